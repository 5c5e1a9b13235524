import ATMLDiagnose
import Foundation
import TestSupport
import Testing

/// The same run, written down in another way, gets the same diagnosis.
@Suite struct InvarianceTests {
  private struct Row {
    let epoch: Int
    let training: Double
    let validation: Double
    let accuracy: Double
  }

  private static let rows: [Row] = {
    var generator = SeededGenerator(seed: 11)
    return (1...40).map { epoch in
      let x = Double(epoch)
      let noise = Double.random(in: -0.01...0.01, using: &generator)
      return Row(
        epoch: epoch, training: 0.05 + 2.2 / (1 + x / 2), validation: 0.6 + 1.6 / x + 0.0006 * x * x + noise,
        accuracy: 0.75 - 0.5 / x - 0.0001 * x * x)
    }
  }()

  private static func table(_ header: String, _ line: (Row) -> String) -> String {
    header + "\n" + rows.map(line).joined(separator: "\n") + "\n"
  }

  private static let plain = table("epoch,train_loss,val_loss,val_acc") {
    "\($0.epoch),\($0.training),\($0.validation),\($0.accuracy)"
  }

  private static let variants: [(name: String, text: String)] = [
    (
      "columns in another order",
      table("val_acc,val_loss,epoch,train_loss") {
        "\($0.accuracy),\($0.validation),\($0.epoch),\($0.training)"
      }
    ),
    (
      "accuracy in percent",
      table("epoch,train_loss,val_loss,val_acc") {
        "\($0.epoch),\($0.training),\($0.validation),\($0.accuracy * 100)"
      }
    ),
    (
      "no epoch column",
      table("train_loss,val_loss,val_acc") { "\($0.training),\($0.validation),\($0.accuracy)" }
    ),
    ("carriage returns and a byte order mark", "\u{FEFF}" + plain.replacing("\n", with: "\r\n")),
    (
      "semicolons and decimal commas",
      plain.replacing(",", with: ";").replacing(".", with: ",")
    ),
    (
      "Keras's names",
      table("epoch,loss,val_accuracy,val_loss") {
        "\($0.epoch),\($0.training),\($0.accuracy),\($0.validation)"
      }
    ),
    (
      "validation in rows of its own",
      table("epoch,train_loss,val_loss,val_acc") {
        "\($0.epoch),,\($0.validation),\($0.accuracy)\n\($0.epoch),\($0.training),,"
      }
    ),
  ]

  @Test(arguments: variants)
  func `another way of writing changes nothing`(name: String, text: String) throws {
    let expected = try RunRecord(csv: InvarianceTests.plain).diagnose()
    let found = try RunRecord(csv: text).diagnose()
    #expect(expected.verdict == .overfitting)
    #expect(found.verdict == expected.verdict)
    #expect(found.keep?.epoch == expected.keep?.epoch)
    #expect(found.findings.map(\.rule) == expected.findings.map(\.rule))
    #expect(found.decidedBy?.evidence.onset == expected.decidedBy?.evidence.onset)
  }

  @Test func `epochs from 0 move everything by one`() throws {
    let expected = try RunRecord(csv: InvarianceTests.plain).diagnose()
    let found = try RunRecord(
      csv: InvarianceTests.table("epoch,train_loss,val_loss,val_acc") {
        "\($0.epoch - 1),\($0.training),\($0.validation),\($0.accuracy)"
      }
    ).diagnose()
    #expect(found.verdict == expected.verdict)
    #expect(found.keep.map { $0.epoch + 1 } == expected.keep?.epoch)
    #expect(found.decidedBy?.evidence.onset.map { $0.epoch + 1 } == expected.decidedBy?.evidence.onset?.epoch)
  }
}
