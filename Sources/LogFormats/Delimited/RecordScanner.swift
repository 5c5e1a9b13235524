import Texts

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Cuts a log into records of cells (RFC 4180, with blanks around cells and any line end).
struct RecordScanner {
  /// A cell by its bytes in the record, without its quotes.
  struct Cell {
    var start: Int
    var end: Int
  }

  private enum Step {
    case record
    case incomplete
    case end
  }

  private let input: LogInput
  private let dialect: Dialect
  /// The cells of the current record.
  private(set) var cells: [Cell] = []
  /// The line that the current record begins in, counted from 1.
  private(set) var line = 0
  /// Whether the record ends with a line end; if not, the log ends with it.
  private(set) var isTerminated = true
  private var nextLine = 1
  private var length = 0
  /// Whether scanning stopped inside a quote.
  private(set) var isInQuote = false

  /// The most columns that are read.
  static let mostColumns = 65_536

  init(_ input: LogInput, dialect: Dialect) {
    self.input = input
    self.dialect = dialect
  }

  /// The bytes of a cell of the current record.
  func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let cell = cells[index]
    return UnsafeBufferPointer(rebasing: input.window[cell.start..<cell.end])
  }

  /// A cell as printable text, doubled quotes halved.
  func text(_ index: Int) -> String {
    let bytes = CellValue.trimmed(bytes(index))
    guard bytes.contains(UInt8(ascii: "\"")) else { return PrintableText.clean(bytes) }
    var halved: [UInt8] = []
    var isSecond = false
    for byte in bytes.prefix(PrintableText.longest * 16) {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if !isSecond { halved.append(byte) }
    }
    return halved.withUnsafeBufferPointer { PrintableText.clean($0) }
  }

  /// Whether the current record holds nothing.
  var isBlank: Bool { cells.count == 1 && CellValue.trimmed(bytes(0)).isEmpty }

  /// What was read of the log behind the current record.
  var rest: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: input.window[length...]) }

  /// Steps over complete lines behind the current record, which has no cells afterwards.
  mutating func skip(_ lines: Int, bytes: Int) {
    input.consume(length + bytes)
    length = 0
    cells.removeAll(keepingCapacity: true)
    nextLine += lines
    line = nextLine - 1
  }

  /// Moves to the next record.
  ///
  /// - Returns: `false` at the end of the log.
  /// - Throws: ``LogError`` `malformed` for a line, a quote or a number of columns beyond all bounds.
  mutating func next() throws(LogError) -> Bool {
    input.consume(length)
    length = 0
    line = nextLine
    while true {
      switch try scan() {
      case .record:
        if length > LogInput.longestLine { throw tooLong }
        return true
      case .end: return false
      case .incomplete:
        if input.window.count > LogInput.longestLine { throw tooLong }
        // Twice as much at least, so that a long line is not scanned anew for every small piece.
        let wanted = input.window.count * 2
        repeat { try input.extend() } while input.window.count < wanted && !input.isAtEnd
      }
    }
  }

  private mutating func scan() throws(LogError) -> Step {
    let window = input.window
    guard let base = window.baseAddress, !window.isEmpty else { return input.isAtEnd ? .end : .incomplete }
    cells.removeAll(keepingCapacity: true)
    nextLine = line + 1
    isInQuote = false
    let isDone =
      switch dialect.separator {
      case .byte(let separator): try scan(base, window.count, separator: separator)
      case .blanks: try scanAligned(base, window.count)
      }
    guard isDone else { return .incomplete }
    if dialect.hasEdges { dropEdges() }
    return .record
  }

  /// Scans cells between separators; `false` if the record may go on beyond the window.
  private mutating func scan(
    _ base: UnsafePointer<UInt8>, _ count: Int, separator: UInt8
  ) throws(LogError) -> Bool {
    let lineEnd = dialect.lineEnd
    var index = 0
    while true {
      var start = index
      while start < count, base[start] == 0x20 { start += 1 }
      if start < count, base[start] == UInt8(ascii: "\"") {
        guard let close = try closingQuote(base, count, after: start) else { return false }
        try append(start + 1, close)
        index = min(close + 1, count)
        while index < count, base[index] != separator, base[index] != lineEnd { index += 1 }
      } else {
        while index < count, base[index] != separator, base[index] != lineEnd { index += 1 }
        if index == count, !input.isAtEnd { return false }
        try append(start, max(start, index))
      }
      if index == count {
        guard input.isAtEnd else { return false }
        return finish(index, isTerminated: false)
      }
      if base[index] == lineEnd { return finish(index + 1, isTerminated: true) }
      index += 1
    }
  }

  /// The place of the quote that ends a quoted cell; `nil` if the window ends before it.
  private mutating func closingQuote(
    _ base: UnsafePointer<UInt8>, _ count: Int, after open: Int
  ) throws(LogError) -> Int? {
    var index = open + 1
    var breaks = 0
    while index < count {
      if base[index] == dialect.lineEnd { breaks += 1 }
      if base[index] == UInt8(ascii: "\"") {
        guard index + 1 < count else {
          guard input.isAtEnd else { return nil }
          nextLine += breaks
          return index
        }
        if base[index + 1] != UInt8(ascii: "\"") {
          nextLine += breaks
          return index
        }
        index += 1
      }
      index += 1
    }
    isInQuote = true
    guard input.isAtEnd else { return nil }
    // A quote that is open on the last line was cut off with it.
    guard breaks == 0 else { throw neverClosed }
    return count
  }

  private mutating func scanAligned(_ base: UnsafePointer<UInt8>, _ count: Int) throws(LogError) -> Bool {
    var index = 0
    while true {
      while index < count, base[index] == 0x20 || base[index] == 0x09 || base[index] == 0x0D { index += 1 }
      let start = index
      while index < count, !Self.endsAlignedCell(base[index], lineEnd: dialect.lineEnd) { index += 1 }
      if index == count, !input.isAtEnd { return false }
      if index > start { try append(start, index) }
      if index == count || base[index] == dialect.lineEnd {
        if cells.isEmpty { try append(start, start) }
        return finish(min(index + 1, count), isTerminated: index < count)
      }
    }
  }

  private static func endsAlignedCell(_ byte: UInt8, lineEnd: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == lineEnd
  }

  private mutating func append(_ start: Int, _ end: Int) throws(LogError) {
    guard cells.count < Self.mostColumns else {
      throw LogError(
        .malformed, source: input.source, "the line has more than \(Self.mostColumns) columns", line: line,
        advice: "Write one line for each epoch and one column for each metric.")
    }
    cells.append(Cell(start: start, end: end))
  }

  private mutating func finish(_ end: Int, isTerminated: Bool) -> Bool {
    length = end
    self.isTerminated = isTerminated
    return true
  }

  private mutating func dropEdges() {
    if cells.count > 1, CellValue.trimmed(bytes(0)).isEmpty { cells.removeFirst() }
    if cells.count > 1, CellValue.trimmed(bytes(cells.count - 1)).isEmpty { cells.removeLast() }
  }

  private var tooLong: LogError {
    if isInQuote { return neverClosed }
    let limit = LogInput.longestLine / 1024 / 1024
    return LogError(
      .malformed, source: input.source, "the line is longer than \(limit) MiB", line: line,
      advice: "Write one line for each epoch.")
  }

  private var neverClosed: LogError {
    LogError(
      .malformed, source: input.source, "a quote is opened that is never closed", line: line,
      advice: "Close it, or write the quote twice if it belongs to the text.")
  }
}
