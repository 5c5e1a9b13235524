import Foundation
import TestSupport
import Testing

@Suite struct LossesTests {
  private let output: String

  init() throws {
    let result = try Command("losses")()
    #expect(result.status == 0, "\(result.errors)")
    output = result.output
  }

  /// The rows of the table, cell by cell.
  private var rows: [[String]] {
    output.split(separator: "\n").filter { $0.hasPrefix("|") }.dropFirst(2).map { row in
      row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  private func value(_ loss: String, _ layer: String) throws -> String {
    try #require(rows.first { $0[0] == loss && $0[1] == layer })[3]
  }

  @Test func `every loss stands in the table with the output layer it belongs to`() {
    #expect(
      rows.map { $0[0...1].joined(separator: " after ") } == [
        "MSELoss after linear", "MSELoss after tanh", "MSELoss after sigmoid", "BCELoss after sigmoid",
        "BCEWithLogitsLoss after linear", "NLLLoss after log-softmax", "CrossEntropyLoss after linear",
        "CrossEntropyLoss after linear",
      ])
  }

  @Test func `a mean of squares is what it says`() throws {
    // ((1.5 − 1)² + (−2 + 2.5)² + 0.25²) / 3
    #expect(try value("MSELoss", "linear") == "0.1875")
  }

  @Test func `two ways to the same loss agree`() throws {
    #expect(try value("BCELoss", "sigmoid") == value("BCEWithLogitsLoss", "linear"))
    #expect(try value("NLLLoss", "log-softmax") == value("CrossEntropyLoss", "linear"))
  }

  @Test(arguments: [
    ("a target of another shape", "MSELoss", "expected equal shapes"),
    ("a target that tanh cannot reach", "MSELoss", "use a linear output"),
    ("a target that a sigmoid cannot reach", "MSELoss", "use a linear output"),
    ("logits without a sigmoid", "BCELoss", "use BCEWithLogitsLoss"),
    ("a sigmoid before it", "BCEWithLogitsLoss", "leave the sigmoid out"),
    ("a softmax without the logarithm", "NLLLoss", "end the network with a log-softmax"),
    ("a softmax before it", "CrossEntropyLoss", "leave the softmax out"),
    ("classes counted from 1", "CrossEntropyLoss", "expected a class from 0 to 2"),
  ])
  func `a wrong pairing is caught, and told what is right`(mistake: String, loss: String, advice: String)
    throws
  {
    let lines = output.split(separator: "\n")
    let place = try #require(lines.firstIndex(of: "- \(mistake)"))
    #expect(lines[place + 1].hasPrefix("  \(loss): "))
    #expect(lines[place + 1].contains(advice), "\(lines[place + 1])")
  }

  @Test func `a loss of logits knows where the probability has no digits left`() {
    #expect(output.contains("sigmoid(200) and BCELoss: 100.0000, gradient 0.0000"))
    #expect(output.contains("200 and BCEWithLogitsLoss: 200.0000, gradient 1.0000"))
  }
}
