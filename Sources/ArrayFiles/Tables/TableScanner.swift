import Texts

/// Walks through the cells of a table in memory (RFC 4180, with blanks around cells and any line end).
///
/// Used only inside the closure that lends the memory.
struct TableScanner {
  enum Ending {
    case separator, line
  }

  let path: String
  let separator: UInt8
  let lineEnd: UInt8
  private(set) var cursor: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>
  /// The line that the cursor is in, counted from 1.
  private(set) var line = 1

  init(_ bytes: UnsafeBufferPointer<UInt8>, start: UnsafePointer<UInt8>, path: String, separator: UInt8) {
    self.path = path
    self.separator = separator
    // Old files of the Macintosh have no line feed.
    lineEnd = !bytes.contains(0x0A) && bytes.contains(0x0D) ? 0x0D : 0x0A
    cursor = start
    end = start + bytes.count
  }

  /// The bytes that were not walked through yet.
  var rest: Int { end - cursor }

  /// Goes to the next line that holds anything; `false` if there is none.
  mutating func findLine() -> Bool {
    while true {
      var place = cursor
      while place < end, isBlank(place.pointee) { place += 1 }
      guard place < end else { return false }
      guard place.pointee == lineEnd else { return true }
      cursor = place + 1
      line += 1
    }
  }

  /// Reads a cell that is a number and nothing else, of no more than a magnitude; `nil`, without a step, if
  /// it is not.
  @inline(__always)
  mutating func number(atMost largest: Double) -> Double? {
    var place = cursor
    while place < end, place.pointee == 0x20 { place += 1 }
    guard let number = DecimalNumber.scan(place, end), abs(number.value) <= largest else { return nil }
    place = number.next
    while place < end, isBlank(place.pointee) { place += 1 }
    guard place == end || place.pointee == separator || place.pointee == lineEnd else { return nil }
    cursor = place
    return number.value
  }

  /// Reads a cell as text, without quotes and the blanks around it.
  ///
  /// - Throws: ``ArrayFileError`` `malformed` for a quote that is not closed, or text beside one.
  mutating func text() throws(ArrayFileError) -> String {
    while cursor < end, cursor.pointee == 0x20 { cursor += 1 }
    if cursor < end, cursor.pointee == UInt8(ascii: "\"") { return try quotedText() }
    let start = cursor
    while cursor < end, cursor.pointee != separator, cursor.pointee != lineEnd { cursor += 1 }
    var last = cursor
    while last > start, isBlank(last[-1]) { last -= 1 }
    return String(decoding: UnsafeBufferPointer(start: start, count: last - start), as: UTF8.self)
  }

  /// Steps over what ends a cell.
  @inline(__always)
  mutating func finishCell() -> Ending {
    guard cursor < end else { return .line }
    let isSeparator = cursor.pointee == separator
    cursor += 1
    if isSeparator { return .separator }
    line += 1
    return .line
  }

  /// Reads the cells up to the end of the line.
  mutating func remainingCells() throws(ArrayFileError) -> [String] {
    var cells: [String] = []
    repeat { cells.append(try text()) } while finishCell() == .separator
    return cells
  }

  private mutating func quotedText() throws(ArrayFileError) -> String {
    let quote = UInt8(ascii: "\"")
    let firstLine = line
    var bytes: [UInt8] = []
    cursor += 1
    while cursor < end {
      let byte = cursor.pointee
      cursor += 1
      if byte == quote {
        guard cursor < end, cursor.pointee == quote else {
          try expectEndOfCell()
          return String(decoding: bytes, as: UTF8.self)
        }
        cursor += 1
      } else if byte == lineEnd {
        line += 1
      }
      bytes.append(byte)
    }
    throw ArrayFileError(
      .malformed, path: path, at: .line(firstLine), "a quote is opened that is never closed",
      advice: "Close it, or write the quote twice if it belongs to the text.")
  }

  private mutating func expectEndOfCell() throws(ArrayFileError) {
    while cursor < end, isBlank(cursor.pointee) { cursor += 1 }
    guard cursor == end || cursor.pointee == separator || cursor.pointee == lineEnd else {
      throw ArrayFileError(
        .malformed, path: path, at: .line(line), "text follows a closing quote",
        advice: "Write the quote twice if it belongs to the text.")
    }
  }

  @inline(__always)
  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte == 0x0D && lineEnd != 0x0D) }
}
