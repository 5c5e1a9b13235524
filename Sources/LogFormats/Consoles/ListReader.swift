import RunRecords
import Texts

/// Finds `name = [1.2, 0.9]` in a text, through a buffer of fixed size.
struct ListReader {
  private(set) var lists = CountedCurves()
  private(set) var notes: [RunNote] = []
  /// The list of which a part was left out where it was printed, as NumPy does with a long one.
  private(set) var shortenedList: String?
  /// The text before a bracket, in its line.
  private var before: [UInt8] = []
  private var element: [UInt8] = []
  private var name: String?
  private var values: [Double?] = []
  private var depth = 0
  /// What stands between two commas in the place of a number.
  private var word: String?
  /// Whether a number or a gap came since the last comma.
  private var hasValue = false
  private var valueCount = 0

  /// The list that the log ends in.
  var openList: String? { name }

  private static let longestName = 120
  private static let longestElement = 80
  /// The most values of all lists.
  private static let most = 4 << 20
  private static let mostNotes = 4

  /// Reads a log to its end; a list that is open there is left out.
  mutating func read(_ input: LogInput) throws(LogError) {
    while true {
      for byte in input.window { take(byte) }
      input.consume(input.window.count)
      guard !input.isAtEnd else { return }
      try input.extend()
    }
  }

  private mutating func take(_ byte: UInt8) {
    guard name != nil else { return takeText(byte) }
    switch byte {
    case UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "]"):
      endElement()
      endPlace()
      depth -= 1
      if depth == 0 { endList() }
    case UInt8(ascii: ","):
      endElement()
      endPlace()
    case 0x20, 0x09, 0x0A, 0x0D: endElement()
    default:
      if element.count < Self.longestElement { element.append(byte) }
    }
  }

  private mutating func takeText(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "["):
      name = listName
      depth = 1
      before = []
    case 0x0A: before = []
    default:
      if before.count < Self.longestName { before.append(byte) }
    }
  }

  /// The name before a bracket; `nil` if it names nothing to judge.
  private var listName: String? {
    guard before.count < Self.longestName else { return nil }
    var text = String(decoding: before, as: UTF8.self)
    for wrapper in ["np.array(", "array(", "tensor(", "torch.tensor("] where text.hasSuffix(wrapper) {
      text.removeLast(wrapper.count)
    }
    let name = text.split { " =:\t\"'".contains($0) }.joined(separator: " ")
    let heading = Heading(name)
    let isSeparated = text.contains { "=:".contains($0) }
    guard isSeparated, !heading.isIgnored, heading.metric.isJudged || heading.isBareSplit else { return nil }
    return name
  }

  private mutating func endElement() {
    defer { element = [] }
    guard !element.isEmpty else { return }
    let text = String(decoding: element, as: UTF8.self)
    // `np.float32(0.5)` and `tensor(0.5`; what follows in a tensor, such as its device, is no number.
    let inner = (text.lastIndex(of: "(").map { text[text.index(after: $0)...] } ?? text[...]).filter {
      $0 != ")"
    }
    if let value = CellValue.number(in: inner) {
      append(value)
    } else if CellValue.isMissing(inner), !inner.isEmpty {
      append(nil)
    } else if inner.hasPrefix("...") || inner == "…" {
      shortenedList = shortenedList ?? name
    } else if !text.contains("=") {
      word = word ?? text
    }
  }

  /// Ends what stands between two commas: a word alone is a gap, so that what follows keeps its place.
  private mutating func endPlace() {
    if let word, !hasValue {
      append(nil)
      if notes.count < Self.mostNotes {
        notes.append(
          RunNote(
            .interpretation,
            "\(PrintableText.clean(name ?? "")): \(PrintableText.quoted(word)) is no number, and read as a gap."
          ))
      }
    }
    (word, hasValue) = (nil, false)
  }

  private mutating func append(_ value: Double?) {
    hasValue = true
    guard valueCount < Self.most else { return }
    valueCount += 1
    values.append(value)
  }

  private mutating func endList() {
    if let name, values.count > 1, values.contains(where: { $0 != nil }) { lists.add(values, to: name) }
    (name, values) = (nil, [])
  }
}
