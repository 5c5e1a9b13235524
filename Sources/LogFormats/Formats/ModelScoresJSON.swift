import RunRecords
import Texts

/// The arrays that scikit-learn's `learning_curve` and `validation_curve` go with, as one object of JSON.
public enum ModelScoresJSON: LogFormat {
  public static func recognizes(_ head: LogHead) -> Recognition {
    guard let sample = head.json, sample.second == nil else { return .no }
    return sample.first.members?.contains { ModelScoreArrays.Positions($0.key) != nil } ?? false
      ? .certain : .no
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    var scanner = JSONScanner(input)
    let members = try scanner.value().members ?? []
    guard
      let (places, list) = members.lazy.compactMap({ member in
        ModelScoreArrays.Positions(member.key).map { ($0, member.value) }
      }).first
    else { throw ForeignContent.error(for: input.head, source: input.source) }
    let positions = (list.elements ?? []).map(\.number)
    guard places.axis == .trainingSize || positions.allSatisfy({ $0 != nil }) else {
      throw HyperparameterNames.noOrder(
        of: [places.name], source: input.source, columns: members.map(\.key))
    }
    var curves = NamedCurves()
    var folds = 0
    for member in members where ModelScoreArrays.Positions(member.key) == nil {
      guard let rows = member.value.elements else { continue }
      guard rows.count == positions.count else {
        throw LogError(
          .malformed, source: input.source,
          "\(PrintableText.masked(member.key)) has \(rows.count) rows for \(positions.count) \(places.axis.rawValue)s",
          expected: "a row of scores for each",
          advice: "Write the arrays as scikit-learn returns them.")
      }
      for (position, row) in zip(positions, rows) {
        guard let position else { continue }
        let scores = row.elements ?? [row]
        folds = max(folds, scores.count)
        ModelScoreArrays.add(scores.compactMap(\.number), of: member.key, at: position, to: &curves)
      }
    }
    var run = try JSONRun.assemble(
      curves, axis: places.axis, names: members.map(\.key), input, options: options, format: card.id,
      notes: ModelScoreArrays.notes(folds: folds))
    if places.axis == .hyperparameter {
      run.hyperparameter = members.first { $0.key == "param_name" }?.value.text.map {
        PrintableText.clean($0)
      }
    }
    return run
  }
}
