import Foundation
import LogFormats
import RunRecords

/// What holds for whatever is read, however hostile.
enum Promise {
  /// Reads every run of a place and checks each, or the error.
  ///
  /// - Parameters:
  ///   - size: The bytes of the input.
  ///   - growth: The most values that one byte may stand for.
  static func read(_ path: String, size: Int, growth: Int) {
    do throws(LogError) {
      for location in try FormatShelf.standard.runs(at: path).prefix(64) {
        check(location.name, "a run's name", upTo: 1_000)
        do throws(LogError) {
          check(try location.read(), most: (size + 64) * growth)
        } catch {
          check(error)
        }
      }
    } catch {
      check(error)
    }
  }

  static func check(_ run: RunRecord, most: Int) {
    check(run.name, "a run's name", upTo: 1_000)
    for note in run.notes { check(note.text, "a note", upTo: 8_000) }
    hold(run.notes.count <= 1_000, "there are \(run.notes.count) notes")
    for series in run.series {
      check(series.name, "a series' name", upTo: 1_000)
      hold(series.epochs.allSatisfy(\.isFinite), "\(series.name) stands at positions that are no numbers")
      hold(
        zip(series.epochs, series.epochs.dropFirst()).allSatisfy { $0 < $1 },
        "the positions of \(series.name) do not rise")
    }
    let count = run.series.reduce(0) { $0 + $1.count }
    hold(count <= most, "there are \(count) values, of which an input of this size holds at most \(most)")
  }

  static func check(_ error: LogError) {
    hold(!error.problem.isEmpty, "an error says nothing")
    check(error.description, "an error", upTo: 16_000)
    // What a program takes out of an error by itself.
    for text in [error.found, error.expected, error.advice, error.columnName].compactMap({ $0 }) {
      check(text, "a part of an error", upTo: 8_000)
    }
  }

  /// Text for people has an end, and nothing in it acts on a terminal.
  private static func check(_ text: String, _ what: String, upTo most: Int) {
    hold(text.unicodeScalars.count <= most, "\(what) is \(text.unicodeScalars.count) characters long")
    hold(
      !text.unicodeScalars.contains(where: isControl), "\(what) acts on a terminal: \(text.debugDescription)")
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    // Control characters, line ends of Unicode, and marks that turn the direction of the text.
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Ends the program, for libFuzzer to keep the input.
  static func hold(_ promise: Bool, _ broken: @autoclosure () -> String) {
    guard !promise else { return }
    FileHandle.standardError.write(Data("A promise is broken: \(broken())\n".utf8))
    abort()
  }
}
