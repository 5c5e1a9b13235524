import RunRecords
import Texts

/// The losses of an agent: its own policy makes the data that they are measured on, so that they rise and fall without
/// telling whether it learns.
enum AgentLosses {
  /// Leaves losses unjudged that were logged beside rewards, and with no loss of held-out data.
  ///
  /// - Returns: What was decided.
  static func settle(_ curves: inout [Curve]) -> [RunNote] {
    guard let reward = curves.first(where: isReward) else { return [] }
    let losses = curves.indices.filter { curves[$0].heading.metric.kind == .loss && !curves[$0].isEmpty }
    guard !losses.isEmpty,
      losses.allSatisfy({ [nil, .training].contains(curves[$0].heading.split) })
    else { return [] }
    for index in losses {
      let heading = curves[index].heading
      let metric = Metric(name: heading.metric.name, kind: .other, direction: .none)
      curves[index].take(Heading(name: heading.name, metric: metric, split: nil))
    }
    let names = NameList.brief(losses.map { curves[$0].heading.name })
    return [
      RunNote(
        .interpretation,
        "\(names): not judged beside \(reward.heading.name), as an agent makes the data that its losses are measured on."
      )
    ]
  }

  private static func isReward(_ curve: Curve) -> Bool {
    let metric = curve.heading.metric
    return metric.kind == .score && metric.name.hasSuffix("reward") && !curve.isEmpty
      && !curve.heading.isIgnored
  }
}
