import LogFormats
import RunRecords
import Testing

struct AgentLossesTests {
  private func table(_ header: String, count: Int = 12) -> String {
    let columns = header.split(separator: ",").count
    return header + "\n"
      + (1...count).map { row in
        ([String(row)] + (1..<columns).map { "0.\(row)\($0)" }).joined(separator: ",") + "\n"
      }.joined()
  }

  @Test(arguments: [
    "episode,loss", "episode,steps,loss,epsilon", "step,policy_loss,value_loss,loss", "epoch,td_error,loss",
    "iteration,policy_loss,value_loss,entropy_loss,approx_kl,clip_fraction,loss", "step,loss,kl,entropy",
    "step,losses/loss,losses/clipfrac", "episode,return,td_loss,q_mean",
  ])
  func `losses of an agent without rewards are not judged`(header: String) throws {
    let error = try readError(table(header))
    #expect(error.kind == .noLoss)
    #expect(error.problem.contains("an agent makes the data"), "\(error)")
    #expect(error.advice?.contains("reward") == true)
  }

  @Test(arguments: ["episode,score,loss,epsilon", "episode,score,loss", "step,score,actor_loss,entropy,loss"])
  func `beside them, a score is judged alone`(header: String) throws {
    let run = try read(table(header))
    #expect(run.first(.loss, .training) == nil)
    #expect(run.series("score")?.metric.kind == .score)
    #expect(run.notes.contains { $0.text.hasPrefix("loss: not judged beside") })
  }

  @Test func `a printed log counts episodes too`() throws {
    let lines = (0..<30).map { "Episode \($0)/30, Score: \(10 + $0), Loss: 0.0\($0 + 10)\n" }.joined()
    let run = try read(lines, name: "out.txt")
    #expect(run.first(.loss, .training) == nil)
    #expect(run.series("Score")?.count == 30)
  }

  @Test func `a loss that is named by hand is judged all the same`() throws {
    let run = try read(table("episode,loss"), ReadingOptions(training: "loss"))
    #expect(run.first(.loss, .training)?.name == "loss")
  }

  @Test(arguments: [
    "epoch,loss,epsilon", "epoch,loss,value", "epoch,loss,policy", "epoch,loss,kl",
    "epoch,loss,cross_entropy,kl",
    "epoch,policy_loss,value_loss,loss,val_loss", "episode,loss,accuracy", "epoch,loss,entropy",
  ])
  func `losses of supervised training are judged beside such names`(header: String) throws {
    let run = try read(table(header))
    #expect(run.first(.loss, .training)?.name == "loss")
  }
}
