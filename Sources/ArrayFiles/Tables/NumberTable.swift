import Texts

/// A table of numbers from text: a sample in each line, a feature in each column, and perhaps a column of
/// classes.
///
/// Cells are separated by commas, semicolons or tabs and may stand in quotes; lines that hold nothing are
/// passed over.
/// ```swift
/// let table = try NumberTable(contentsOf: "iris.csv", TableOptions(label: "species"))
/// let samples = try table.split(target: "species")
/// samples.features.shape   // [150, 4]
/// samples.classes          // ["setosa", "versicolor", "virginica"]
/// ```
public struct NumberTable: Sendable {
  /// The file, as the user named it.
  public let path: String
  /// The names of the columns; where the file has none, their numbers from 1. Ignored columns are left out.
  public let columnNames: [String]
  public let rowCount: Int
  /// Whether the first column was left out because it only numbers the rows, as an index that pandas or R writes: it has
  /// no name, and another whole number in each row.
  public let leavesOutRowNumbers: Bool
  /// The column of classes, whose values are the places in ``classes``.
  public let label: String?
  /// The names of the classes, in natural order or as the options give them; empty without a label.
  public let classes: [String]
  /// Row after row.
  private let values: [Double]

  /// Reads a file of text in UTF-8.
  ///
  /// - Throws: ``ArrayFileError``: the file is not there or not readable; a cell is no finite number that `float32`
  ///   holds, with line and column; a line is of another length; a column of the options does not exist.
  public init(contentsOf path: String, _ options: TableOptions = TableOptions()) throws(ArrayFileError) {
    try self.init(bytes: try ArrayFile(path: path).contents(), path: path, options)
  }

  /// Reads a text; `path` names it in messages.
  public init(
    bytes: [UInt8], path: String, _ options: TableOptions = TableOptions()
  ) throws(ArrayFileError) {
    let result = try TableParser(path: path, options: options).parse(bytes)
    self.path = path
    columnNames = result.names
    rowCount = result.rowCount
    leavesOutRowNumbers = result.leavesOutRowNumbers
    label = options.label
    classes = result.classes
    values = result.values
  }

  /// The values of a column from top to bottom.
  ///
  /// - Throws: ``ArrayFileError`` `unknownName`, which lists the columns.
  public func column(_ name: String) throws(ArrayFileError) -> [Double] {
    let column = try index(of: name)
    return stride(from: column, to: values.count, by: columnNames.count).map { values[$0] }
  }

  /// Some columns as `float32` of shape `[rows, columns]`, in the order of the names.
  ///
  /// - Throws: ``ArrayFileError`` `unknownName`, which lists the columns.
  public func matrix(of names: [String]) throws(ArrayFileError) -> NumericArray {
    var columns: [Int] = []
    for name in names { columns.append(try index(of: name)) }
    let matrix = [Float](unsafeUninitializedCapacity: rowCount * columns.count) { buffer, count in
      for row in 0..<rowCount {
        let start = row * columnNames.count
        for column in columns {
          buffer.initializeElement(at: count, to: Float(values[start + column]))
          count += 1
        }
      }
    }
    return NumericArray(matrix, shape: [rowCount, columns.count])
  }

  /// Parts the column to be predicted from the others.
  ///
  /// - Parameter features: the others in the order that is wanted; `nil` for all as they come.
  /// - Throws: ``ArrayFileError`` `unknownName`, which lists the columns, or `malformed` if no feature is left.
  public func split(
    target: String, features: [String]? = nil
  ) throws(ArrayFileError) -> LabelledSamples {
    let column = try self.column(target)
    let names = features ?? columnNames.filter { $0 != target }
    guard !names.isEmpty else {
      throw ArrayFileError(
        .malformed, path: path, "the table has no column beside the target",
        found: PrintableText.quoted(target),
        expected: "a feature in a column of its own")
    }
    let isClass = target == label
    return LabelledSamples(
      features: try matrix(of: names), featureNames: names,
      targets: isClass
        ? NumericArray(column.map { Int64($0) }, shape: [rowCount])
        : NumericArray(column.map { Float($0) }, shape: [rowCount]),
      classes: isClass ? classes : [])
  }

  private func index(of name: String) throws(ArrayFileError) -> Int {
    guard let index = columnNames.firstIndex(of: name) else {
      throw Self.unknown(name, in: columnNames, path)
    }
    return index
  }

  static func unknown(_ name: String, in names: [String], _ path: String) -> ArrayFileError {
    ArrayFileError(
      .unknownName, path: path, "the table has no column of this name", found: PrintableText.quoted(name),
      expected: "one of \(NameList.text(names))")
  }
}
