import RunRecords

/// The arrays that scikit-learn's `learning_curve` returns: the training sizes, and for each a row of scores over folds.
struct LearningCurveArrays {
  static let sizeNames = ["train_sizes", "train_sizes_abs"]

  /// The name of the array of sizes.
  let sizes: String
  /// The names of the arrays of scores, and how many folds each has.
  let scores: [(name: String, folds: Int)]

  /// Finds them among the arrays of an archive; `nil` if they are not there.
  init?(_ arrays: [(name: String, shape: [Int])]) {
    guard let sizes = arrays.first(where: { Self.sizeNames.contains($0.name) && $0.shape.count == 1 }) else {
      return nil
    }
    self.sizes = sizes.name
    scores = arrays.compactMap { name, shape in
      let isScore = name != sizes.name && Heading(name).split != nil
      guard isScore, (1...2).contains(shape.count), shape[0] == sizes.shape[0] else { return nil }
      return (name, shape.count == 2 ? shape[1] : 1)
    }
    guard !scores.isEmpty else { return nil }
  }

  /// Adds the means over the folds that were fitted.
  static func add(
    _ values: [Double], of name: String, folds: Int, at sizes: [Double], to curves: inout NamedCurves
  ) {
    for (index, size) in sizes.enumerated() where (index + 1) * folds <= values.count {
      let row = values[index * folds..<(index + 1) * folds].filter(\.isFinite)
      guard !row.isEmpty else { continue }
      let mean = row.reduce(0, +) / Double(row.count)
      curves.add(mean, to: name, at: size) { Heading($0).overTrainingSizes }
    }
  }
}
