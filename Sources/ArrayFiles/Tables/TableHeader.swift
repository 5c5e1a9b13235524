import Texts

/// Finds out whether the first line of a table holds the names of its columns.
struct TableHeader {
  let path: String
  let options: TableOptions
  /// The cells of the first line, and where it is.
  let first: [String]
  let line: Int

  /// Whether the line holds names; the cells of the next one, if there is one, can tell.
  ///
  /// - Throws: ``ArrayFileError`` `malformed` where an option means one column as a name and another as a number.
  func isPresent(above second: () throws(ArrayFileError) -> [String]?) throws(ArrayFileError) -> Bool {
    switch options.header {
    case .present: return true
    case .absent: return false
    case .automatic:
      if first.contains(where: { options.namedColumns.contains($0) && TableCell.isWord($0) }) { return true }
      if hasWord(above: try second()) { return true }
      return try hasNumbersForNames()
    }
  }

  /// Whether somewhere a word stands above something else.
  private func hasWord(above second: [String]?) -> Bool {
    first.indices.contains { column in
      guard TableCell.isWord(first[column]) else { return false }
      guard let second, second.indices.contains(column) else { return true }
      return !TableCell.isWord(second[column])
    }
  }

  /// Whether the line has no words but all columns that the options name, each cell once.
  private func hasNumbersForNames() throws(ArrayFileError) -> Bool {
    let named = options.namedColumns
    guard !named.isEmpty, named.allSatisfy(first.contains), Set(first).count == first.count,
      !first.contains(where: TableCell.isWord)
    else { return false }
    // An empty cell among values would be a mistake, above a column of row numbers it is none.
    if first.contains("") || isCounting { return true }
    let numbers = first.indices.map { "\($0 + 1)" }
    guard named.allSatisfy(numbers.contains) else { return true }
    guard let name = named.first(where: { first.firstIndex(of: $0) != numbers.firstIndex(of: $0) }) else {
      return false
    }
    throw ArrayFileError(
      .malformed, path: path, at: .line(line),
      "the line may hold names or values: \(PrintableText.quoted(name)) is the name of one column then, or the number "
        + "of another",
      found: NameList.text(first), expected: "names that are words")
  }

  /// Whether the cells are the numbers of the columns, from 0 or from 1; two numbers may be a sample.
  private var isCounting: Bool {
    first.count > 2 && [0, 1].contains { start in first == first.indices.map { "\($0 + start)" } }
  }
}
