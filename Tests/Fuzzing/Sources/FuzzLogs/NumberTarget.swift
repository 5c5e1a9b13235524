import Foundation
import LogFormats
import RunRecords

/// Reads numbers as cells of a table and as JSON, and compares each, bit by bit, with the C library's `strtod`.
struct NumberTarget: FuzzTarget {
  private static let most = 8
  /// JSON's numbers have 256 characters at most.
  private static let longest = 250

  func read(_ input: UnsafeBufferPointer<UInt8>) {
    var numbers = input.split(separator: 0x0A, maxSplits: Self.most, omittingEmptySubsequences: true)
      .prefix(Self.most).compactMap { Self.number($0) }
    guard !numbers.isEmpty else { return }
    // Beside a number below it -1 is a value as well, not what stands for one that was not measured.
    numbers.insert("-2", at: 0)
    let rows = numbers.enumerated()
    compare(
      numbers, "run.csv", "epoch,train_loss,note\n" + rows.map { "\($0 + 1),\($1),x\n" }.joined())
    compare(
      numbers, "run.jsonl", rows.map { "{\"epoch\": \($0 + 1), \"train_loss\": \($1)}\n" }.joined())
  }

  private func compare(_ numbers: [String], _ name: String, _ text: String) {
    let run: RunRecord
    do throws(LogError) {
      run = try FormatShelf.standard.read(bytes: Array(text.utf8), name: name)
    } catch {
      Promise.hold(false, "\(name) is refused: \(error)\n\(text)")
      return
    }
    let values = run.first(.loss, .training)?.values ?? []
    Promise.hold(values.count == numbers.count, "\(values.count) of \(numbers.count) values were read")
    for (value, number) in zip(values, numbers) {
      let expected = strtod(number, nil)
      Promise.hold(
        value.bitPattern == expected.bitPattern, "\(name): \(number) is read as \(value), not \(expected)")
    }
  }

  /// The bytes as a number as JSON writes it, made of the characters among them that can stand where they do.
  private static func number(_ bytes: some Sequence<UInt8>) -> String? {
    var text = ""
    var hasPoint = false
    var exponent: Int?
    for byte in bytes where text.utf8.count < longest {
      let last = text.last
      let isAfterDigit = last.map { $0.isNumber } ?? false
      switch byte {
      case 0x30...0x39:
        if ["0", "-0"].contains(text) { continue }
        // An exponent of more digits is no number of a log.
        if let digits = exponent, digits >= 4 { continue }
        exponent = exponent.map { $0 + 1 }
        text.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "-") where last == nil || last == "e", UInt8(ascii: "+") where last == "e":
        text.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: ".") where isAfterDigit && !hasPoint && exponent == nil:
        text += "."
        hasPoint = true
      case UInt8(ascii: "e") where isAfterDigit && exponent == nil:
        text += "e"
        exponent = 0
      default: continue
      }
    }
    return text.last?.isNumber == true ? text : nil
  }
}
