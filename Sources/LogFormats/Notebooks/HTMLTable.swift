/// Tables of HTML as text: a line for each row, tabs between its cells.
///
/// It reads what notebooks show (pandas, fastai, Hugging Face): rows and cells, whatever tags are around and in them.
struct HTMLTable {
  /// The tables of a piece of HTML, from first to last.
  static func texts(in html: [UInt8]) -> [[UInt8]] {
    var reader = HTMLTable()
    var position = 0
    while position < html.count {
      guard html[position] == UInt8(ascii: "<") else {
        if reader.isInCell { reader.cell.append(html[position]) }
        position += 1
        continue
      }
      let end = html[position...].firstIndex(of: UInt8(ascii: ">")) ?? html.count
      let tag = html[(position + 1)..<max(end, position + 1)].prefix(while: isNameByte)
      reader.take(tag: String(decoding: tag, as: UTF8.self))
      position = end + 1
    }
    reader.endTable()
    return reader.tables
  }

  private var tables: [[UInt8]] = []
  private var rows: [UInt8] = []
  private var row: [[UInt8]] = []
  private var cell: [UInt8] = []
  private var isInCell = false

  private mutating func take(tag: String) {
    switch tag.lowercased() {
    case "td", "th":
      endCell()
      isInCell = true
    case "/td", "/th": endCell()
    case "tr", "/tr": endRow()
    case "table", "/table": endTable()
    default: return
    }
  }

  private mutating func endCell() {
    guard isInCell else { return }
    let words = HTMLText.decoded(cell).split { $0 == 0x20 || (0x09...0x0D).contains($0) }
    row.append(Array(words.joined(separator: [0x20])))
    cell = []
    isInCell = false
  }

  private mutating func endRow() {
    endCell()
    guard !row.isEmpty else { return }
    rows += row.joined(separator: [0x09]) + [0x0A]
    row = []
  }

  private mutating func endTable() {
    endRow()
    if !rows.isEmpty { tables.append(rows) }
    rows = []
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "/")
  }
}
