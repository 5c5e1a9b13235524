import Foundation
import TestSupport
import Testing

@Suite struct ExplainTests {
  private static let overfit = "runs/csv/keras-csvlogger-overfit.csv"
  private static let judgements = [
    "divergence", "not-learning", "no-signal", "instability", "overfitting", "underfitting",
    "still-improving", "validation-quality", "good-fit",
  ]

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func `a rule shows the parameters that are in force`() throws {
    let result = try Command()(
      "explain", "rising-validation-loss", "--set", "rising-validation-loss.tolerance=0.25")
    #expect(result.status == 0)
    #expect(result.output.contains("tolerance = 0.25"))
  }

  @Test(arguments: judgements)
  func `a judgement shows its scorecard`(judgement: String) throws {
    let result = try Command()("explain", judgement, "--all")
    #expect(result.status == 0, "\(result.errors)")
    let lines = lines(result.output)
    #expect(lines.first?.hasPrefix("\(judgement): ") == true)
    #expect(lines.contains { $0.hasPrefix("Base points: ") })
    #expect(lines.contains { $0.contains("doubles the odds") })
    #expect(lines.allSatisfy { $0.count <= 100 })
    let values = lines.filter { $0.hasPrefix("    value ") }
    #expect(!values.isEmpty)
    #expect(values.allSatisfy { $0.hasSuffix("  missing") })
    #expect(lines.count { $0.hasPrefix("    points ") } == values.count)
    // Every question of a tree has both answers.
    let together = try #require(lines.firstIndex { $0.hasPrefix("Points for what signals say together") })
    let answers = lines[together...].map { $0.drop { $0 == " " } }
    let yes = answers.count { $0.hasPrefix("yes:") }
    #expect(yes >= 1 && yes == answers.count { $0.hasPrefix("no or missing:") })
    #expect(yes == answers.count { $0.hasSuffix("?") })
  }

  @Test func `a judgement shows what moves most of what signals say together, unless all is asked for`()
    throws
  {
    let start = lines(try Command()("explain", "overfitting").output)
    let all = lines(try Command()("explain", "overfitting", "--all").output)
    #expect(all.count > 2 * start.count)
    #expect(all.starts(with: start.dropLast(2)))
    let count = try #require(start.last { !$0.isEmpty }?.firstMatch(of: /These are 10 of (\d+);/)?.1)
    // A tree begins with a question that follows none.
    let trees = all.drop { !$0.hasPrefix("Points for what signals say together") }
    #expect(trees.count { $0.hasPrefix("  no or missing:") } == 0)
    #expect(trees.count { $0.hasPrefix("    no or missing:") } == Int(count))
  }

  @Test func `all is only there to be shown of judgements`() throws {
    let result = try Command()("explain", "rising-validation-loss", "--all")
    #expect(result.status == 64)
    #expect(result.errors.contains("there is no judgement 'rising-validation-loss'"))
  }

  @Test(arguments: [
    ("sklearn-validation-curve.csv", "each value here is of a model of its own"),
    ("keras-csvlogger-no-validation.csv", "at least 5 epochs with a finite validation loss"),
  ]) func `a log that was not weighed says why`(log: String, reason: String) throws {
    let result = try Command()("explain", Fixtures.path("runs/csv/" + log))
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.replacing("\n", with: " ").contains(reason))
  }

  @Test func `a log shows what is likely, why, and what remedies may bring`() throws {
    let result = try Command()("explain", Fixtures.path(Self.overfit))
    #expect(result.status == 0, "\(result.errors)")
    let lines = lines(result.output)
    #expect(lines[0].hasPrefix("keras-csvlogger-overfit.csv: Overfits"))
    let start = try #require(lines.firstIndex { $0.hasPrefix("How likely each judgement holds") })
    let ranked = lines[(start + 1)...].prefix { !$0.isEmpty }.compactMap {
      $0.split(separator: " ").first.map(String.init)
    }
    #expect(ranked.first == "overfitting")
    #expect(ranked.sorted() == Self.judgements.sorted())
    for judgement in ranked.prefix(3) {
      let heading = try #require(lines.firstIndex { $0.hasPrefix("\(judgement) (") })
      let table = lines[heading...].prefix { !$0.isEmpty }.drop { !$0.hasPrefix("  signal ") }
      #expect(table.count > 3 && table.count <= 10, "a head, six signals, the others, the base and the sum")
      #expect(
        table.dropFirst().allSatisfy { $0.contains(#/ ([+−]\d+\.\d\d|0\.00)$/#) },
        "\(table.joined(separator: "\n"))")
    }
    let remedies = lines.filter { $0.contains(#/, better in \d+ of 10, \d+ runs$/#) }
    #expect(remedies.contains { $0.hasPrefix("  keep-best-epoch ") })
    #expect(lines.allSatisfy { $0.count <= 100 })
  }

  @Test func `a log is read with the options of the command, from standard input too`() throws {
    let command = try Command()
    let text = "epoch,a,b\n" + (1...8).map { "\($0),\(2.0 / Double($0)),\(2.1 / Double($0))\n" }.joined()
    let result = try command("explain", "-", "--train", "a", "--val", "b", input: text)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("How likely each judgement holds"))
    let refused = try command("explain", "-", "--train", "c", input: text)
    #expect(refused.status == 64)
    #expect(refused.errors.contains("Columns found: epoch, a, b"))
  }

  @Test func `a log that is too short says why nothing was weighed`() throws {
    let command = try Command()
    try command.write("epoch,loss,val_loss\n1,2,2\n2,1,1.5\n3,0.9,1.4\n", to: "short.csv")
    try command.write("epoch,loss\n1,2\n2,1\n3,0.9\n4,0.8\n5,0.7\n6,0.6\n", to: "training.csv")
    for (log, found) in [("short.csv", "has 3"), ("training.csv", "has none")] {
      let result = try command("explain", log)
      #expect(result.status == 0, "\(result.errors)")
      let text = result.output.replacing("\n", with: " ")
      #expect(text.contains("at least 5 epochs with a finite validation loss"))
      #expect(text.contains("this log \(found)"))
    }
  }

  @Test(arguments: [("overfiting", 64, "did you mean overfitting?"), ("runs/none.csv", 66, "no such file")])
  func `what is nothing is refused with what would be accepted`(
    word: String, status: Int32, message: String
  ) throws {
    let result = try Command()("explain", word)
    #expect(result.status == status)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(message), "\(result.errors)")
    for name in Self.judgements + ["rising-validation-loss", "path of a training log"] {
      #expect(result.errors.contains(name))
    }
  }

  @Test func `only rules have a page`() throws {
    let result = try Command()("explain", "overfitting", "--markdown")
    #expect(result.status == 64)
    #expect(result.errors.contains("--markdown"))
  }

  @Test func `the name of a log does not act on the terminal`() throws {
    let command = try Command()
    try command.write(SampleLog.overfit, to: "esc\u{1B}[31mred.csv")
    let result = try command("explain", "esc\u{1B}[31mred.csv")
    #expect(result.status == 0)
    #expect(!result.output.contains("\u{1B}"))
  }
}
