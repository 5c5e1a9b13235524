/// Tells the arrays of an archive that hold a row for each epoch, with the losses of its batches.
enum EpochRows {
  /// The names of those arrays; none where the shapes leave it open what the axes are.
  ///
  /// The first axis must be as long as the curves beside them, or as that of other arrays with longer or shorter rows.
  static func names(in arrays: [(name: String, shape: [Int])]) -> Set<String> {
    let judged = arrays.filter { Heading($0.name).metric.isJudged && !Heading($0.name).isIgnored }
    let curves = Set(judged.filter { $0.shape.count == 1 }.map { $0.shape[0] })
    let tables = judged.filter { $0.shape.count == 2 && $0.shape.allSatisfy { $0 > 1 } }
    guard let epochs = tables.first?.shape[0],
      tables.allSatisfy({ $0.shape[0] == epochs && $0.shape[1] != epochs }),
      curves.isSubset(of: [epochs]), !curves.isEmpty || Set(tables.map { $0.shape[1] }).count > 1
    else { return [] }
    return Set(tables.map(\.name))
  }

  /// The mean of each row of so many values.
  static func means(_ values: [Double], rowLength: Int) -> [Double] {
    stride(from: 0, to: values.count, by: rowLength).map { start in
      values[start..<min(start + rowLength, values.count)].reduce(0, +) / Double(rowLength)
    }
  }
}
