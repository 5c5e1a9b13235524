import RunRecords
import Testing

@Suite struct RunFactsTests {
  private let all = RunFacts(
    classCount: 10, batchSize: 32, trainingSize: 1000, validationSize: 200, trainingLossMode: .evaluation,
    guessingLoss: 0.6931)

  @Test func `facts survive being stated and read`() {
    var facts = RunFacts()
    for line in all.statements { facts.read(" " + line + "\r") }
    #expect(facts == all)
  }

  @Test(arguments: [
    "classes: many", "classes: -3", "classes", "training loss: odd", "loss of guessing: 0",
    "loss of guessing: nan", "learning rate: 0.1", "",
  ])
  func `lines that state no fact say nothing`(line: String) {
    var facts = RunFacts()
    facts.read(line)
    #expect(facts == RunFacts())
  }

  @Test func `what is known by hand wins over what is stated`() {
    let byHand = RunFacts(classCount: 3)
    #expect(byHand.completed(by: all).classCount == 3)
    #expect(byHand.completed(by: all).batchSize == 32)
    #expect(byHand.completed(by: all).guessingLoss == 0.6931)
  }
}
