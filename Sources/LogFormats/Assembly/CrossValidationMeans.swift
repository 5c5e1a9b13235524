import RunRecords
import Texts

/// Means over the folds of a cross-validation, whose names say no part of the data: `rmse-mean` beside `rmse-stdv`.
enum CrossValidationMeans {
  /// Takes them as those of the held-out folds, which is all that older versions of LightGBM give.
  ///
  /// - Returns: What was decided.
  static func settle(_ curves: inout [Curve], columns: [String]) -> [RunNote] {
    let names = Set(columns)
    let means = curves.indices.filter { index in
      let name = curves[index].heading.name
      guard curves[index].heading.split == nil, name.hasSuffix("-mean") else { return false }
      return names.contains(name.dropLast(4) + "stdv") || names.contains(name.dropLast(4) + "std")
    }
    guard !means.isEmpty else { return [] }
    for index in means { curves[index].settle(.validation) }
    let list = NameList.brief(means.map { curves[$0].heading.name })
    return [RunNote(.interpretation, "\(list): read as the mean over the folds that were held out.")]
  }
}
