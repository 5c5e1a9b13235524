import ArrayFiles
import Texts

/// Why a pickle was not read.
enum PickleFault: Error {
  /// The bytes end before the pickle does.
  case truncated(at: Int)
  /// A class or a function that is not among those understood.
  case foreign(String, at: Int)
  /// An operation that is not of plain data.
  case unknown(operation: UInt8, at: Int)
  case malformed(String, at: Int)
  case tooLarge(at: Int)
  case array(ArrayFileError)

  /// How to write the history in a form that everything reads, for messages.
  static let advice = "Write the history as CSV: pandas.DataFrame(history.history).to_csv(\"run.csv\")."

  func error(_ source: String) -> LogError {
    switch self {
    case .truncated(let offset):
      LogError(
        .malformed, source: source, "the pickle ends before its last operation, at byte \(offset)",
        advice: "Save it again: pickle.dump(history.history, file), and close the file.")
    case .foreign(let name, let offset):
      LogError(
        .unrecognized, source: source,
        "byte \(offset) of this pickle names code of Python, of which none is run here",
        found: PrintableText.clean(name), expected: "dictionaries, lists and numbers", advice: Self.advice)
    case .unknown(let operation, let offset):
      LogError(
        .unrecognized, source: source, "byte \(offset) of this pickle is no operation of plain data",
        found: "0x" + String(operation, radix: 16), expected: "dictionaries, lists and numbers",
        advice: Self.advice)
    case .malformed(let problem, let offset):
      LogError(
        .malformed, source: source, "byte \(offset) of this pickle \(problem)", advice: Self.advice)
    case .tooLarge(let offset):
      LogError(
        .malformed, source: source, "the pickle holds more than a history does, at byte \(offset)",
        expected: "at most \(PickleMachine.most) values", advice: Self.advice)
    case .array(let error): LogError(error, source: source)
    }
  }
}
