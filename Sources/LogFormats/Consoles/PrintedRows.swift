/// Finds a table among other printed lines: a line of column names and lines of as many numbers.
struct PrintedRows {
  /// The names of the columns; empty until a header came.
  private(set) var columns: [String] = []
  /// The lines that showed anything before the header.
  private(set) var linesBefore = 0
  /// Whether the rows begin with a number that has no name in the header, as those of a printed DataFrame.
  private(set) var hasRowNumber = false
  /// The part of the data that the latest row is about, where a column says it.
  private(set) var part: String?
  /// The columns whose values are lists of parts, which are added.
  private(set) var sums: Set<Int> = []
  private var partColumn: Int?
  private var isFrame = false
  /// The names of the line before.
  private var above: [String] = []
  private let isHeader: (_ names: [String], _ isIndented: Bool) -> Bool

  init(isHeader: @escaping (_ names: [String], _ isIndented: Bool) -> Bool) {
    self.isHeader = isHeader
  }

  /// Takes a line; returns the cells if it is a row.
  mutating func take(_ line: [UInt8]) -> [CellValue]? {
    let names = Self.cells(line, gap: 2)
    defer { above = names }
    if names.count > 1, names.count <= 256, isHeader(names, line.first == 0x20) {
      columns = joined(names)
      partColumn = names.firstIndex { ColumnVocabulary.longSplit.contains($0.lowercased()) }
      isFrame = line.first == 0x20 && columns == names
      hasRowNumber = false
      return nil
    }
    guard !columns.isEmpty else {
      linesBefore += 1
      return nil
    }
    var cells = Self.cells(line, gap: 1).flatMap { Self.apart($0) }
    if isFrame, cells.count > columns.count + 1 {
      // Dates and times have blanks in them; the columns of a DataFrame are further apart, but not always the first.
      cells = Self.cells(line, gap: 2)
      if cells.count == columns.count, let blank = cells[0].firstIndex(of: " ") {
        cells.insert(String(cells[0][..<blank]), at: 0)
        cells[1] = String(cells[1][blank...].dropFirst())
      }
    }
    guard cells.count > 1, cells.count <= columns.count + 1 else { return nil }
    if cells.count == columns.count + 1 {
      // The header of a DataFrame begins with blanks above the numbers of its rows.
      guard isFrame, cells[0].allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
      hasRowNumber = true
    }
    part = partColumn.flatMap { column in
      guard cells.count == columns.count else { return nil }
      return NameWords.cut(cells[column]).first { ColumnVocabulary.split($0) != nil }
    }
    let values = cells.enumerated().map { index, cell in
      if let parts = Self.parts(of: cell) {
        if parts.count > 1 { sums.insert(index) }
        return parts.isEmpty ? .missing : CellValue.number(parts.reduce(0, +))
      }
      var bytes = Array(cell.utf8)
      return bytes.withUnsafeMutableBufferPointer { bytes in
        let bytes = UnsafeBufferPointer(bytes)
        let value = CellValue.parse(bytes, mark: UInt8(ascii: "."))
        if value == .text, let seconds = CellValue.parseClock(bytes) { return CellValue.number(seconds) }
        return value
      }
    }
    // The number of a row says that it is one, whatever comes before the values.
    let isAny = hasRowNumber && values.contains { if case .text = $0 { true } else { false } }
    let first = values.indices.filter {
      (part == nil || $0 != partColumn) && (!isAny || $0 == 0 || values[$0] != .text)
    }.prefix(2)
    let areNumbers = first.allSatisfy { if case .number = values[$0] { true } else { false } }
    return areNumbers && first.count == 2 ? values : nil
  }

  /// The names of a header together with the parts of the data in the line above, where each has the same names:
  /// `Epoch   Train   Valid` above `loss   acc   loss   acc`.
  private func joined(_ names: [String]) -> [String] {
    let parts = above.filter { ColumnVocabulary.split($0.lowercased()) != nil }
    let others = above.filter { ColumnVocabulary.split($0.lowercased()) == nil }
    guard parts.count > 1, Set(parts).count == parts.count, others.count < 2, Set(names).count < names.count,
      names.count % parts.count == 0, others.first == above.first || others.isEmpty
    else { return names }
    let width = names.count / parts.count
    return others + names.indices.map { "\(parts[$0 / width]) \(names[$0])" }
  }

  /// The numbers of a list such as `[1.2e+00, 3.4e-01]`; `nil` for any other cell.
  private static func parts(of cell: String) -> [Double]? {
    guard cell.first == "[", cell.last == "]" else { return nil }
    let texts = cell.dropFirst().dropLast().split { $0 == "," || $0 == " " }
    let numbers = texts.compactMap { Double($0) }
    return numbers.count == texts.count ? numbers : nil
  }

  /// Numbers of six decimals each that are too wide for their columns and so touch, as fastai prints them.
  private static func apart(_ cell: String) -> [String] {
    let points = cell.count { $0 == "." }
    let isPlain = cell.allSatisfy { $0 == "." || ("0"..."9").contains($0) }
    guard points > 1, isPlain else { return [cell] }
    var numbers: [String] = []
    var rest = cell[...]
    while let point = rest.firstIndex(of: "."),
      let end = rest.index(point, offsetBy: 7, limitedBy: rest.endIndex)
    {
      numbers.append(String(rest[..<end]))
      rest = rest[end...]
    }
    return rest.isEmpty ? numbers : [cell]
  }

  /// The cells of a line, which so many blanks keep apart; a tab and a bar do always.
  private static func cells(_ line: [UInt8], gap: Int) -> [String] {
    var cells: [String] = []
    var cell: [UInt8] = []
    var blanks = 0
    var isInList = false
    for byte in line {
      if byte == UInt8(ascii: "["), blanks > 0 { isInList = true }
      if byte == UInt8(ascii: "]") { isInList = false }
      if isInList, byte == 0x20 {
        cell.append(byte)
        continue
      }
      if byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: "|") {
        blanks += byte == 0x20 ? 1 : gap
        continue
      }
      if blanks >= gap, !cell.isEmpty {
        cells.append(String(decoding: cell, as: UTF8.self))
        cell = []
      } else if blanks > 0, !cell.isEmpty {
        cell.append(0x20)
      }
      blanks = 0
      cell.append(byte)
    }
    if !cell.isEmpty { cells.append(String(decoding: cell, as: UTF8.self)) }
    return cells
  }
}
