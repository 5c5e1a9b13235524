import RunRecords

/// One way in which training logs are written.
///
/// A format is one file (or folder) and one line in ``FormatShelf/standard``.
public protocol LogFormat: Sendable {
  static var card: FormatCard { get }

  /// Whether logs of this format may be plain tables, names between commas above nothing but numbers; no other format
  /// is asked about such a log.
  static var readsPlainTables: Bool { get }

  /// Whether logs of this format are what programs print, in which several runs may follow each other.
  static var isPrinted: Bool { get }

  /// Whether a file of this format that was found in a folder has a run in it; what need not be a log, such as the
  /// weights of a model, may have none.
  static func hasRun(atPath path: String) -> Bool

  /// Judges by the first bytes of a log, and by its name second, whether it is of this format.
  static func recognizes(_ head: LogHead) -> Recognition

  /// Reads a whole log.
  ///
  /// - Throws: ``LogError`` that says the place, what was found and what was expected.
  static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord

  /// The runs in a log of a format that holds several; `nil` for a format whose logs hold one.
  static func runs(in input: LogInput) throws(LogError) -> [RunLocation]?
}

extension LogFormat {
  public static var readsPlainTables: Bool { false }

  public static var isPrinted: Bool { false }

  public static func hasRun(atPath path: String) -> Bool { true }

  public static func runs(in input: LogInput) throws(LogError) -> [RunLocation]? { nil }
}

/// How sure a format is that a log is its own.
public enum Recognition: Int, Sendable, Hashable, Comparable {
  case no
  /// The log could be read, but another format may know it better.
  case possible
  case certain

  public static func < (one: Recognition, other: Recognition) -> Bool {
    one.rawValue < other.rawValue
  }
}
