/// The beginning of a log, for recognising it.
///
/// What several formats ask about it is found out once, when the first of them asks.
public final class LogHead {
  /// The file's name, without its folder.
  public let name: String
  /// The first bytes, decoded to UTF-8 if the log is UTF-16; without a byte order mark.
  public let bytes: [UInt8]
  /// Whether ``bytes`` is the whole log.
  public let isWhole: Bool

  /// The file that the log is in, for formats that are not told by their first bytes; `nil` for any other log.
  var path: String?

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
  private(set) lazy var firstVisibleByte = bytes.first {
    $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D
  }

  /// Whether there is a byte that no text has.
  private(set) lazy var isBinary = bytes.contains(0)

  /// The lines that a terminal shows; none of a binary file.
  private(set) lazy var lines = isBinary ? [] : TerminalLines.all(of: self)

  /// The first values, if the log begins with JSON.
  private(set) lazy var json = JSONSample(self)

  /// Where a table of Markdown begins in it.
  private(set) lazy var markdown = MarkdownTable(below: self)

  /// Whether it can be nothing else than a table of comma-separated numbers.
  private(set) lazy var isPlainTable = PlainTable.begins(self)

  /// How its table is laid out; `nil` if it has none.
  private(set) lazy var table = TableLayout(self)
}
