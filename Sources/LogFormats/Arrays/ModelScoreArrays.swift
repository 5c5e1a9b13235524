import RunRecords
import Texts

/// The arrays that scikit-learn's `learning_curve` and `validation_curve` go with: training sizes or values of a
/// hyperparameter, and for each a row of scores over folds.
struct ModelScoreArrays {
  /// What the models differ in.
  struct Positions {
    /// The name of the array.
    let name: String
    let axis: RunAxis

    /// What an array of this name counts; `nil` for the name of another one.
    init?(_ name: String) {
      switch name {
      case "train_sizes", "train_sizes_abs": axis = .trainingSize
      case "param_range": axis = .hyperparameter
      default: return nil
      }
      self.name = name
    }
  }

  let positions: Positions
  /// The names of the arrays of scores, and how many folds each has.
  let scores: [(name: String, folds: Int)]

  /// Finds them among the arrays of an archive; `nil` if they are not there.
  init?(_ arrays: [(name: String, shape: [Int])]) {
    let found = arrays.lazy.compactMap { name, shape in
      Positions(name).flatMap { shape.count == 1 ? ($0, shape[0]) : nil }
    }.first
    guard let (positions, count) = found else { return nil }
    self.positions = positions
    scores = arrays.compactMap { name, shape in
      let isScore = name != positions.name && Heading(name).split != nil
      guard isScore, (1...2).contains(shape.count), shape[0] == count else { return nil }
      return (name, shape.count == 2 ? shape[1] : 1)
    }
    guard !scores.isEmpty else { return nil }
  }

  /// Adds the means over the folds that were fitted.
  static func add(
    _ values: [Double], of name: String, folds: Int, at positions: [Double], to curves: inout NamedCurves
  ) {
    for (index, position) in positions.enumerated() where (index + 1) * folds <= values.count {
      add(values[index * folds..<(index + 1) * folds], of: name, at: position, to: &curves)
    }
  }

  /// Adds the mean over the folds that were fitted, if any was.
  static func add(
    _ folds: some Sequence<Double>, of name: String, at position: Double, to curves: inout NamedCurves
  ) {
    let scores = folds.filter(\.isFinite)
    guard !scores.isEmpty else { return }
    curves.add(scores.reduce(0, +) / Double(scores.count), to: name, at: position) { Heading($0).overModels }
  }

  /// What is said of scores that are means over folds.
  static func notes(folds: Int) -> [RunNote] {
    guard folds > 1 else { return [] }
    let text = "Each score is the mean of \(folds) folds; folds that failed are left out."
    return [RunNote(.interpretation, text)]
  }
}
