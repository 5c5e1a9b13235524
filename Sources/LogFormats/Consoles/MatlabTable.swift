/// The rows of a table that MATLAB prints, whose names stand over two lines between bars, or above a rule.
struct MatlabTable {
  /// The names of the columns; empty until a header came.
  private(set) var columns: [String] = []
  /// The first line of a header, until the second one comes.
  private var names: [UInt8] = []
  /// The places of the columns in a line without bars.
  private var places: [Range<Int>] = []

  private static let bar = UInt8(ascii: "|")
  private static let longestLine = 2_048

  /// Whether a header came.
  var isFound: Bool { !columns.isEmpty }

  /// Takes a line; returns the cells of a row by the names of their columns.
  mutating func take(_ line: [UInt8]) -> [String: String]? {
    guard line.count <= Self.longestLine else { return nil }
    if takeHeader(line) || columns.isEmpty { return nil }
    let cells = places.isEmpty ? Self.cells(line) : aligned(line)
    guard cells.count == columns.count else { return nil }
    return Dictionary(zip(columns, cells)) { first, _ in first }
  }

  private mutating func takeHeader(_ line: [UInt8]) -> Bool {
    defer { names = line }
    if line.contains(Self.bar) {
      let (first, second) = (Self.cells(names), Self.cells(line))
      guard first.starts(with: ["Epoch", "Iteration"]), second.starts(with: ["", ""]),
        first.count == second.count
      else { return false }
      columns = zip(first, second).map { $1.isEmpty ? $0 : $0 + " " + $1 }
      places = []
      return true
    }
    guard line.contains(UInt8(ascii: "_")), line.allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "_") }) else {
      return false
    }
    let first = Self.words(names).map { String(decoding: names[$0], as: UTF8.self) }
    let rules = Self.words(line)
    guard first.starts(with: ["Iteration", "Epoch"]), first.count == rules.count else { return false }
    (columns, places) = (first, rules)
    return true
  }

  /// The texts between bars.
  private static func cells(_ line: [UInt8]) -> [String] {
    let inner = line.drop { $0 == 0x20 }
    guard inner.first == bar else { return [] }
    return inner.dropFirst().split(separator: bar, omittingEmptySubsequences: false).dropLast().map { cell in
      let text = cell.drop { $0 == 0x20 }
      let end = text.lastIndex { $0 != 0x20 } ?? text.startIndex - 1
      return String(decoding: text[..<(end + 1)], as: UTF8.self)
    }
  }

  /// The texts below the rules of the columns; none for a line with a text that is below no rule or below several.
  private func aligned(_ line: [UInt8]) -> [String] {
    var cells = [String](repeating: "", count: places.count)
    for word in Self.words(line) {
      let above = places.indices.filter { places[$0].overlaps(word) }
      guard above.count == 1, cells[above[0]].isEmpty else { return [] }
      cells[above[0]] = String(decoding: line[word], as: UTF8.self)
    }
    return cells
  }

  /// The places of the texts between blanks.
  private static func words(_ line: [UInt8]) -> [Range<Int>] {
    line.split(separator: 0x20).map(\.indices)
  }
}
