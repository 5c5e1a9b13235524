/// Finds a table among other printed lines: a line of column names and lines of as many numbers.
struct PrintedRows {
  /// The names of the columns; empty until a header came.
  private(set) var columns: [String] = []
  /// The lines that showed anything before the header.
  private(set) var linesBefore = 0
  private let isHeader: ([String]) -> Bool

  init(isHeader: @escaping ([String]) -> Bool) {
    self.isHeader = isHeader
  }

  /// Takes a line; returns the cells if it is a row.
  mutating func take(_ line: [UInt8]) -> [CellValue]? {
    let names = Self.cells(line, gap: 2)
    if names.count > 2, names.count <= 256, isHeader(names) {
      columns = names
      return nil
    }
    guard !columns.isEmpty else {
      linesBefore += 1
      return nil
    }
    let cells = Self.cells(line, gap: 1).flatMap { Self.apart($0) }
    guard cells.count > 1, cells.count <= columns.count else { return nil }
    let values = cells.map { cell in
      var bytes = Array(cell.utf8)
      return bytes.withUnsafeMutableBufferPointer { bytes in
        let bytes = UnsafeBufferPointer(bytes)
        let value = CellValue.parse(bytes, mark: UInt8(ascii: "."))
        if value == .text, let seconds = CellValue.parseClock(bytes) { return CellValue.number(seconds) }
        return value
      }
    }
    guard case .number = values[0], case .number = values[1] else { return nil }
    return values
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

  /// The cells of a line, which so many blanks keep apart; a tab does always.
  private static func cells(_ line: [UInt8], gap: Int) -> [String] {
    var cells: [String] = []
    var cell: [UInt8] = []
    var blanks = 0
    for byte in line {
      if byte == 0x20 || byte == 0x09 {
        blanks += byte == 0x09 ? gap : 1
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
