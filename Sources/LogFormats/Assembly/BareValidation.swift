import RunRecords
import Texts

/// Scores whose names say no part of the data, and which were logged together with the validation loss.
enum BareValidation {
  /// Takes scores as those of the validation data where they stand at its steps and not at those of training.
  ///
  /// - Parameter curves: The curves, finished, at the positions of the log.
  /// - Returns: What was decided.
  static func settle(_ curves: inout [Curve]) -> [RunNote] {
    let losses = curves.filter { $0.heading.metric.kind == .loss && !$0.isEmpty }
    guard let validation = losses.first(where: { $0.heading.split == .validation }),
      let training = losses.first(where: { $0.heading.split == nil || $0.heading.split == .training }),
      case let steps = validation.points.map(\.position), steps != training.points.map(\.position)
    else { return [] }
    let bare = curves.indices.filter { index in
      let heading = curves[index].heading
      return heading.split == nil && heading.metric.isJudged && heading.metric.kind != .loss
        && curves[index].points.map(\.position) == steps
    }
    guard !bare.isEmpty else { return [] }
    for index in bare { curves[index].settle(.validation) }
    let names = NameList.brief(bare.map { curves[$0].heading.name })
    return [
      RunNote(
        .interpretation,
        "\(names): read as measured on the validation data, logged at the steps of "
          + "\(validation.heading.name) alone.")
    ]
  }
}
