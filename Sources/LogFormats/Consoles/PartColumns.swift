/// A table with a metric in each row and a part of the data in each column, as AllenNLP prints it between other lines:
/// `Training | Validation` above `loss | 0.693 | 0.650`.
struct PartColumns {
  typealias Token = LineTokens.Token

  private var parts: [String] = []

  /// The tokens of a line, those of a row as `Training loss: 0.693, Validation loss: 0.650`.
  mutating func plain(_ line: [Token]) -> [Token] {
    guard line.contains(where: { $0.isMark("|") }) else { return line }
    let cells = Self.cells(line)
    let header = cells.compactMap { cell in
      if case .word(let word) = cell.last, ColumnVocabulary.split(word.lowercased()) != nil {
        word
      } else {
        nil
      }
    }
    if header.count == cells.count, Set(header).count > 1 {
      parts = header
      return line
    }
    guard !parts.isEmpty, cells.count == parts.count + 1 else { return line }
    let name = cells[0]
    guard !name.isEmpty else { return line }
    return zip(parts, cells.dropFirst()).flatMap { part, cell -> [Token] in
      guard cell.count == 1, case .number = cell[0] else { return [] }
      return [.word(part)] + name + [.mark(UInt8(ascii: ":"))] + cell + [.mark(UInt8(ascii: ","))]
    }
  }

  /// The tokens between bars; of the first cell the words at its end.
  private static func cells(_ line: [Token]) -> [[Token]] {
    let cells = line.split(omittingEmptySubsequences: false) { $0.isMark("|") }.map { Array($0) }
    let words = cells[0].reversed().prefix { if case .word = $0 { true } else { false } }
    return [words.reversed()] + cells.dropFirst()
  }
}
