import RunRecords
import Testing

@testable import Diagnostics

@Suite struct `A scorecard` {
  static let table = """
    signal,validation-rise,0,0.1,0.3
    signal,training-samples,4,6
    card,overfitting,-1
    points,overfitting,validation-rise,0.25,0,2,3
    points,overfitting,training-samples,0.5,1,-1
    card,gain:add-dropout,0.1
    card,harm:add-dropout,-2
    points,harm:add-dropout,validation-rise,0,1,0,0
    similar,add-dropout,0.05,-0.1,0.2,0.6,40
    similar,add-dropout,inf,0.2,0.87,0.1,60
    """

  /// A run whose validation loss ends `rise` above its lowest on the logarithm.
  private func signals(rise: Double, trainingSize: Int? = nil) throws -> SignalValues {
    let run = makeRun(
      training: decay(from: 1, to: 0.5, over: 40, half: 5),
      validation: decay(from: 1, to: 0.6, over: 40, half: 5),
      facts: RunFacts(trainingSize: trainingSize))
    var signals = try #require(SignalValues(MeasuredRun(run)))
    signals.set(.validationRise, rise)
    return signals
  }

  @Test(arguments: [(-1.0, 0.0), (0, 0), (0.05, 1), (0.1, 2), (0.2, 2.5), (0.3, 3), (9, 3)])
  func `interpolates between knots and stays level beyond them`(_ rise: Double, _ points: Double) throws {
    let card = try #require(try ScorecardSet(table: Self.table).judgements[.overfitting])
    // The number of training samples is missing: 0.5 points.
    #expect(abs(card.total(try signals(rise: rise)) - (-1 + points + 0.5)) < 1e-12)
  }

  @Test func `adds up to what its signals contribute`() throws {
    let card = try #require(try ScorecardSet(table: Self.table).judgements[.overfitting])
    let signals = try signals(rise: 0.2, trainingSize: 148)
    let contributions = card.contributions(signals)
    #expect(contributions.map(\.signal) == [.validationRise, .trainingSize])
    #expect(abs(contributions.reduce(card.base) { $0 + $1.points } - card.total(signals)) < 1e-12)
    #expect(abs(contributions[1].points) < 0.01)
  }

  @Test func `names no size of a run as a sign`() throws {
    let card = try #require(try ScorecardSet(table: Self.table).judgements[.overfitting])
    let signals = try signals(rise: 0.2, trainingSize: 55)
    #expect(card.contributions(signals).contains { $0.signal == .trainingSize && $0.points > 0.9 })
    #expect(card.supports(signals, most: 3).map(\.signal) == [.validationRise])
  }

  @Test func `asks of signals together what its tree asks`() throws {
    let table = """
      card,overfitting,-1
      tree,overfitting,validation-rise,0.1,-0.5,training-samples,5,0.25,epochs,3,1.5,1
      """
    let set = try ScorecardSet(table: table)
    let card = try #require(set.judgements[.overfitting])
    let cases = [
      (rise: 0.1, size: Int?.none, points: -0.5), (0.2, 148, 0.25), (0.2, 149, 1), (0.2, nil, 0.25),
    ]
    for (rise, size, points) in cases {
      let signals = try signals(rise: rise, trainingSize: size)
      #expect(card.total(signals) == -1 + points)
      #expect(set.totals(signals)[Judgement.overfitting.ordinal] == -1 + points)
      let contributions = card.contributions(signals)
      #expect(contributions.reduce(card.base) { $0 + $1.points } == -1 + points)
    }
    // The first signal has the mean of what follows it, the others what is left.
    let all = card.contributions(try signals(rise: 0.2, trainingSize: 1_000))
    #expect(all.map(\.signal) == [.validationRise, .trainingSize, .epochCount])
    #expect(all.map(\.points) == [0.75, 0.5, -0.25])
    #expect(card.supports(try signals(rise: 0.2), most: 3).map(\.signal) == [.validationRise])
  }

  @Test(arguments: [-999, -1.5, -0.25, -0.0, 0, 1e-30, 0.25, 1.5, 999])
  func `asks whether a number of either sign is above a threshold`(_ value: Double) throws {
    var signals = try signals(rise: 0)
    signals.set(.validationEnd, value)
    for threshold in [-2, -1.5, -0.5, -1e-35, 0, 0.25, 0.5, 2] {
      let card = Scorecard(
        base: 0, rows: [],
        trees: [.question(.init(.validationEnd, above: threshold), low: .points(1), high: .points(2))])
      #expect(card.total(signals) == (value > threshold ? 2 : 1), "\(value) above \(threshold)")
    }
  }

  @Test func `of a remedy names the runs of a similar gain`() throws {
    let card = try #require(try ScorecardSet(table: Self.table).remedies["add-dropout"])
    let outlook = try #require(card.outlook(try signals(rise: 0)))
    #expect(outlook.expectedGain == 0.1)
    #expect(abs(outlook.harm - 1 / (1 + 2.718281828459045)) < 1e-12)
    #expect(outlook.similar.runs == 60 && outlook.similar.betterOfTen == 8)
    #expect(abs(outlook.merit - (0.1 - RemedyCard.harmWeight * outlook.harm)) < 1e-12)
  }

  @Test func `adds up to the same beside other cards as alone`() throws {
    let set = ScorecardSet.fitted
    for (rise, size) in [(0.0, nil), (0.07, 148), (2.5, 1000)] {
      let signals = try signals(rise: rise, trainingSize: size)
      let totals = set.totals(signals)
      for judgement in Judgement.allCases {
        let alone = try #require(set.judgements[judgement]).total(signals)
        #expect(abs(totals[judgement.ordinal] - alone) < 1e-12)
      }
      for remedy in Remedy.retrained {
        #expect(set.outlook(for: remedy, totals) == set.remedies[remedy.id]?.outlook(signals))
      }
    }
  }

  @Test func `is looked up by the place of a case among all`() {
    #expect(Signal.allCases.map(\.ordinal) == Array(Signal.allCases.indices))
    #expect(Judgement.allCases.map(\.ordinal) == Array(Judgement.allCases.indices))
  }

  @Test(arguments: [
    ("signal,validation-rise,0,0", "rising knots"), ("signal,nothing,0,1", "a signal"),
    ("points,overfitting,validation-rise,0,1", "whose knots are known"),
    ("card,overfitting", "card,name,base"),
    ("signal,validation-rise,0,x", "numbers"), ("similar,a,1,2", "similar,remedy"), ("odd,1", "signal, card"),
    ("tree,good-fit,validation-rise,0.1,1", "what follows"),
    ("tree,good-fit,validation-rise,0.1,1,2,3", "what follows"),
    ("tree,good-fit,validation-rise,1", "what follows"), ("tree,good-fit,rise,0,1,2", "what follows"),
    ("tree,good-fit,1", "what follows"), ("tree,good-fit", "what follows"),
    ("tree,good-fit,epochs,1,1,epochs,2,2,epochs,3,3,epochs,4,4,epochs,5,5,6", "at most 4 questions"),
    ("signal,validation-rise,0,1\npoints,good-fit,validation-rise,0,1", "3 points"),
    (
      "signal,validation-rise,0,1\npoints,overfitting,validation-rise,0,1,2",
      "a card that a line above begins"
    ),
    ("tree,overfitting,validation-rise,0,1,2", "a card that a line above begins"),
    ("card,overfitting,nan", "numbers"), ("signal,validation-rise,nan", "numbers"),
    ("tree,good-fit,validation-rise,0,1,inf", "what follows"), ("similar,a,1,0,0,0,nan", "numbers"),
    ("similar,a,1,0,0,0,1e30", "similar,remedy"), ("similar,a,1,0,0,0,2.5", "similar,remedy"),
    ("similar,a,nan,0,0,0,2", "similar,remedy"),
    ("tree,good-fit" + String(repeating: ",epochs,1", count: 100_000), "at most 4 questions"),
  ])
  func `is refused with the line that is wrong`(_ table: String, _ expected: String) {
    let error = #expect(throws: ScorecardError.self) { try ScorecardSet(table: "card,good-fit,0\n" + table) }
    #expect(error?.expected.contains(expected) == true, "\(error?.description ?? "")")
    #expect(error?.line == table.split(separator: "\n").count + 1)
  }

  @Test func `stands for every judgement and every retrained remedy`() {
    let fitted = ScorecardSet.fitted
    #expect(Set(fitted.judgements.keys) == Set(Judgement.allCases))
    #expect(Set(fitted.remedies.keys) == Set(Remedy.retrained.map(\.id)))
    #expect(fitted.remedies.values.allSatisfy { $0.similar.last?.limit == .infinity })
  }
}

@Suite struct `The level of guessing by class shares` {
  @Test func `is ln K where the accuracy climbs`() {
    let climbing = decay(from: 0.1, to: 0.9, over: 30, half: 4)
    #expect(abs(GuessingLevel(classCount: 10, accuracies: climbing).loss - 2.302585) < 1e-5)
    #expect(
      GuessingLevel(classCount: 2, accuracies: nil) == GuessingLevel(classCount: 2, accuracies: []))
  }

  @Test func `is the entropy of the classes where one answer is mostly right`() {
    // -0.97 ln 0.97 - 0.03 ln 0.03
    let steady = [0.5, 0.9] + [Double](repeating: 0.97, count: 28)
    #expect(abs(GuessingLevel(classCount: 2, accuracies: steady).loss - 0.134742) < 1e-5)
    // -0.4 ln 0.4 - 0.6 ln 0.15, the rest shared by four
    let five = [Double](repeating: 0.4, count: 30)
    #expect(abs(GuessingLevel(classCount: 5, accuracies: five).loss - 1.504788) < 1e-5)
  }

  @Test func `is open between what the classes allow where there are more than two`() {
    let five = GuessingLevel(classCount: 5, accuracies: [Double](repeating: 0.4, count: 30))
    // Two classes of 0.4 and one of 0.2.
    #expect(five.knowsShare && abs(five.least - 1.054920) < 1e-5)
    let two = GuessingLevel(classCount: 2, accuracies: [Double](repeating: 0.97, count: 30))
    #expect(two.knowsShare && two.least == two.loss)
    #expect(
      !GuessingLevel(classCount: 10, accuracies: decay(from: 0.1, to: 0.9, over: 30, half: 4)).knowsShare)
  }
}
