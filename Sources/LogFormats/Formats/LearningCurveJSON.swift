import RunRecords
import Texts

/// The arrays that scikit-learn's `learning_curve` returns, as one object of JSON.
public enum LearningCurveJSON: LogFormat {
  private static let sizes = ["train_sizes", "train_sizes_abs"]

  public static func recognizes(_ head: LogHead) -> Recognition {
    guard let sample = head.json, sample.second == nil else { return .no }
    return sample.first.members?.contains { sizes.contains($0.key) } ?? false ? .certain : .no
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    var scanner = JSONScanner(input)
    let object = try scanner.value()
    let members = object.members ?? []
    let positions = (members.first { sizes.contains($0.key) }?.value.elements ?? []).map(\.number)
    var curves = NamedCurves()
    var folds = 0
    for member in members where !sizes.contains(member.key) {
      guard let rows = member.value.elements else { continue }
      guard rows.count == positions.count else {
        throw LogError(
          .malformed, source: input.source,
          "\(PrintableText.masked(member.key)) has \(rows.count) rows for \(positions.count) training sizes",
          expected: "a row of scores for each size",
          advice: "Write the arrays as learning_curve returns them.")
      }
      for (position, row) in zip(positions, rows) {
        guard let position, let score = mean(row) else { continue }
        folds = max(folds, row.elements?.count ?? 1)
        curves.add(score, to: member.key, at: position) { Heading($0).overTrainingSizes }
      }
    }
    return try JSONRun.assemble(
      curves, axis: .trainingSize, names: members.map(\.key), input, options: options, format: card.id,
      notes: folds > 1
        ? [
          RunNote(
            .interpretation, "Each score is the mean of \(folds) folds; folds that failed are left out.")
        ] : [])
  }

  /// The mean of the folds that were fitted; `nil` if none was.
  private static func mean(_ row: JSONValue) -> Double? {
    let scores = (row.elements ?? [row]).compactMap(\.number).filter(\.isFinite)
    return scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
  }
}
