/// Fills lines with words, first fit.
struct LineBreaker {
  private let width: Double
  private let measure: (String, Font) -> Double
  private var lines: [[TextBlock.Piece]] = []
  private var line: [TextBlock.Piece] = []
  private var lineWidth = 0.0

  init(width: Double, measure: @escaping (String, Font) -> Double) {
    self.width = width
    self.measure = measure
  }

  mutating func add(_ run: TextBlock.Run) {
    for word in LineBreaker.words(of: run.text) {
      place(word, like: run)
    }
  }

  /// The lines, with what goes beyond a maximum cut off and an ellipsis in its place.
  mutating func finish(maximumLines: Int) -> [[TextBlock.Piece]] {
    endLine()
    guard lines.count > maximumLines, maximumLines > 0 else { return lines }
    var kept = Array(lines.prefix(maximumLines))
    kept[maximumLines - 1] = shortened(kept[maximumLines - 1])
    return kept
  }

  private mutating func place(_ word: String, like run: TextBlock.Run) {
    let visible = visibleWidth(of: word, run.font)
    if lineWidth > 0, lineWidth + visible > width + 0.01 { endLine() }
    var rest = word
    if visible > width {
      repeat {
        let head = LineBreaker.longestPrefix(of: rest) { measure($0, run.font) <= width - lineWidth }
        append(head, like: run)
        rest = String(rest.dropFirst(head.count))
        if visibleWidth(of: rest, run.font) + lineWidth <= width { break }
        endLine()
      } while rest.count > 1 && visibleWidth(of: rest, run.font) > width
    }
    append(rest, like: run)
  }

  private mutating func append(_ text: String, like run: TextBlock.Run) {
    guard !text.isEmpty, !(line.isEmpty && text == " ") else { return }
    // Words are measured one by one: a line measured anew with each of its words would be set as often.
    let added = visibleWidth(of: text, run.font) + (text.hasSuffix(" ") ? measure(" ", run.font) : 0)
    if var last = line.last, last.run.font == run.font, last.run.color == run.color {
      last.run.text += text
      last.width += added
      line[line.count - 1] = last
    } else {
      line.append(
        TextBlock.Piece(
          run: TextBlock.Run(text, font: run.font, color: run.color), x: lineWidth, width: added))
    }
    lineWidth += added
  }

  /// The width of a word without the space that may hang over the end of a line.
  private func visibleWidth(of word: String, _ font: Font) -> Double {
    let visible = word.hasSuffix(" ") ? String(word.dropLast()) : word
    return visible.isEmpty ? 0 : measure(visible, font)
  }

  private mutating func endLine() {
    if !line.isEmpty { lines.append(line) }
    line = []
    lineWidth = 0
  }

  private func shortened(_ line: [TextBlock.Piece]) -> [TextBlock.Piece] {
    guard var last = line.last else { return line }
    let room = width - last.x
    let head = LineBreaker.longestPrefix(of: last.run.text) { measure($0 + "…", last.run.font) <= room }
    last.run.text = LineBreaker.withoutCutWord(head, of: last.run.text) + "…"
    last.width = measure(last.run.text, last.run.font)
    return line.dropLast() + [last]
  }

  /// A beginning of a text without the word that it ends amidst, unless most of it is that word.
  private static func withoutCutWord(_ head: String, of text: String) -> String {
    guard let next = text.dropFirst(head.count).first, next != " ", let space = head.lastIndex(of: " "),
      head.distance(from: head.startIndex, to: space) > head.count / 2
    else { return head }
    return String(head[..<space])
  }

  /// The longest beginning of a text that fits, at least one character.
  static func longestPrefix(of text: String, fits: (String) -> Bool) -> String {
    var low = 1
    var high = text.count
    while low < high {
      let middle = (low + high + 1) / 2
      if fits(String(text.prefix(middle))) { low = middle } else { high = middle - 1 }
    }
    return String(text.prefix(low))
  }

  /// A text cut after each space and around each CJK character; joined, the pieces are the text.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in text {
      if character.breaksOnBothSides {
        if !word.isEmpty { words.append(word) }
        words.append(String(character))
        word = ""
        continue
      }
      word.append(character)
      if character == " " {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}

extension Character {
  /// Whether a line may break before and after the character, as between Chinese ones.
  fileprivate var breaksOnBothSides: Bool {
    guard let scalar = unicodeScalars.first else { return false }
    switch scalar.value {
    case 0x2E80...0x2FFF, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF,
      0xF900...0xFAFF, 0x20000...0x3FFFF:
      return true
    default:
      return false
    }
  }
}
