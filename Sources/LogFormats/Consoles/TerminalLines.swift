/// A line as a terminal shows it.
struct TerminalLine: Sendable {
  /// The text without escape sequences and control characters.
  var bytes: [UInt8]
  /// The line of the file, counted from 1.
  var number: Int
  /// Whether the line was drawn over by a later one, as progress bars are.
  var isDrawnOver: Bool
  /// Whether the log ends within the line, as that of a run in progress may.
  var isCutOff = false
}

/// Turns what a program wrote to a terminal into lines, through a buffer of fixed size.
///
/// A carriage return begins a redraw, what follows backspaces is written over the characters before them, and escape
/// sequences are left out. Bars, boxes and no-break blanks become blanks.
struct TerminalLines {
  private let input: LogInput
  private var bytes: [UInt8] = []
  private var number = 1
  /// Where the next character is written: the end of ``bytes``, or before it behind backspaces.
  private var cursor = 0
  private var returns = false
  private var escape = Escape.none
  private var ready: TerminalLine?

  private enum Escape {
    case none
    case begun
    /// `ESC [ ... letter`
    case sequence
    /// `ESC ] ... BEL`
    case title
  }

  /// The longest line; what is beyond it is left out.
  static let longest = 32 * 1024
  /// How far backspaces lead back within what is there; what is farther from the end is cut off there.
  private static let farthestBack = 1_024

  init(_ input: LogInput) {
    self.input = input
  }

  /// The lines of the beginning of a log.
  static func all(of head: LogHead) -> [TerminalLine] {
    var all: [TerminalLine] = []
    guard let input = try? LogInput(bytes: head.bytes, name: head.name) else { return [] }
    var lines = TerminalLines(input)
    while let line = try? lines.next() { all.append(line) }
    return all
  }

  /// Where the lines of a log begin, in the order of their numbers.
  static func offsets(in log: [UInt8]) -> [Int] {
    [0] + log.indices.filter { log[$0] == 0x0A }.map { $0 + 1 }
  }

  /// The next line or redraw that shows anything; `nil` at the end of the log.
  mutating func next() throws(LogError) -> TerminalLine? {
    while true {
      if let line = readWindow() { return line }
      guard !input.isAtEnd else { break }
      try input.extend()
    }
    var last = take(isDrawnOver: false)
    last?.isCutOff = true
    return last
  }

  /// Reads to the end of a line or of the window.
  private mutating func readWindow() -> TerminalLine? {
    let window = input.window
    var index = 0
    while index < window.count {
      let byte = window[index]
      index += 1
      if byte == 0x0A {
        escape = .none
        let line = take(isDrawnOver: false)
        number += 1
        if let line {
          input.consume(index)
          return line
        }
      } else if isPrinted(byte) {
        if returns, let line = take(isDrawnOver: true) {
          // The byte belongs to the redraw that follows.
          input.consume(index - 1)
          return line
        }
        write(byte)
      }
    }
    input.consume(index)
    return nil
  }

  /// Whether a byte shows; keeps count of what moves the cursor.
  private mutating func isPrinted(_ byte: UInt8) -> Bool {
    switch escape {
    case .begun:
      escape = byte == UInt8(ascii: "[") ? .sequence : byte == UInt8(ascii: "]") ? .title : .none
      return false
    case .sequence:
      if byte >= 0x40, byte <= 0x7E { escape = .none }
      return false
    case .title:
      if byte == 0x07 { escape = .none }
      if byte == 0x1B { escape = .begun }
      return false
    case .none: break
    }
    switch byte {
    case 0x1B: escape = .begun
    case 0x0D: returns = true
    case 0x08: stepBack()
    case 0x09: return true
    default: return byte >= 0x20 && byte != 0x7F
    }
    return false
  }

  /// Moves before the last character, which may be of several bytes.
  private mutating func stepBack() {
    while cursor > 0 {
      cursor -= 1
      if !Self.goesOn(bytes[cursor]) { return }
    }
  }

  private mutating func write(_ byte: UInt8) {
    if cursor == bytes.count {
      guard cursor < Self.longest else { return }
      bytes.append(byte)
      cursor += 1
      return
    }
    if bytes.count - cursor > Self.farthestBack { bytes.removeSubrange(cursor...) }
    if cursor < bytes.count, !Self.goesOn(byte) {
      bytes[cursor] = byte
      let rest = bytes[(cursor + 1)...].prefix(while: Self.goesOn)
      if !rest.isEmpty { bytes.removeSubrange(rest.indices) }
    } else {
      guard bytes.count < Self.longest else { return }
      bytes.insert(byte, at: cursor)
    }
    cursor += 1
  }

  /// Whether a byte belongs to the character before it.
  private static func goesOn(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  private mutating func take(isDrawnOver: Bool) -> TerminalLine? {
    defer {
      bytes.removeAll(keepingCapacity: true)
      cursor = 0
      returns = false
    }
    let text = WideCharacters.plain(bytes)
    guard text.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { return nil }
    return TerminalLine(bytes: text, number: number, isDrawnOver: isDrawnOver)
  }
}

/// Characters beyond ASCII that separate words on consoles.
enum WideCharacters {
  /// The text with blanks for bars, boxes and wide blanks, and ASCII for full-width marks.
  static func plain(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return bytes }
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let second = index + 1 < bytes.count ? bytes[index + 1] : 0
      let third = index + 2 < bytes.count ? bytes[index + 2] : 0
      if byte == 0xC2, second == 0xA0 {
        plain.append(0x20)
        index += 2
      } else if byte == 0xE2, second == 0x80 || (0x94...0x96).contains(second) {
        // General punctuation, and U+2500 to U+25BF: lines, blocks and boxes.
        plain.append(0x20)
        index += 3
      } else if byte == 0xEF, second == 0xBC, (0x81...0x9F).contains(third) {
        // U+FF01 to U+FF1F stand for the ASCII characters from `!` on.
        plain.append(third - 0x60)
        index += 3
      } else {
        plain.append(byte)
        index += 1
      }
    }
    return plain
  }
}
