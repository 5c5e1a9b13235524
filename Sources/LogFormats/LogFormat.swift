import RunRecords

/// One way in which training logs are written.
///
/// A format is one file (or folder) and one line in ``FormatShelf/standard``.
public protocol LogFormat: Sendable {
  static var card: FormatCard { get }

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

/// The beginning of a log, for recognising it.
public struct LogHead: Sendable {
  /// The file's name, without its folder.
  public let name: String
  /// The first bytes, decoded to UTF-8 if the log is UTF-16; without a byte order mark.
  public let bytes: [UInt8]
  /// Whether ``bytes`` is the whole log.
  public let isWhole: Bool

  public init(name: String, bytes: [UInt8], isWhole: Bool) {
    self.name = name
    self.bytes = bytes
    self.isWhole = isWhole
  }

  /// Whether the log begins with these bytes.
  public func starts(with prefix: some Sequence<UInt8>) -> Bool {
    bytes.starts(with: prefix)
  }

  /// The first byte that is not a blank or a line end.
  var firstVisibleByte: UInt8? {
    bytes.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
  }
}
