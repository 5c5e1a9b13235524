import RunRecords
import Texts

/// The losses of an agent: its own policy makes the data that they are measured on, so that they rise and fall without
/// telling whether it learns.
enum AgentLosses {
  /// Leaves losses unjudged that were logged beside rewards or other signs of an agent, and with no loss of held-out
  /// data.
  ///
  /// - Parameters:
  ///   - columns: The names of all columns, tags or keys of the log, also of those that are no curves.
  ///   - choice: What the user named by hand, which is judged all the same.
  /// - Returns: What was decided.
  static func settle(_ curves: inout [Curve], columns: [String], choice: ColumnChoice) -> [RunNote] {
    let signs = signs(curves, columns: columns)
    let losses = curves.indices.filter { curves[$0].heading.metric.kind == .loss && !curves[$0].isEmpty }
    guard !signs.isEmpty, !losses.isEmpty,
      losses.allSatisfy({ [nil, .training].contains(curves[$0].heading.split) }),
      !losses.contains(where: { choice.names(curves[$0].heading.name) })
    else { return [] }
    for index in losses {
      let heading = curves[index].heading
      let metric = Metric(name: heading.metric.name, kind: .other, direction: .none)
      curves[index].take(Heading(name: heading.name, metric: metric, split: nil))
    }
    let names = losses.map { curves[$0].heading.name }
    let others = signs.filter { !names.contains($0) }
    let beside = others.isEmpty ? "" : " beside \(NameList.brief(others))"
    return [
      RunNote(
        .interpretation,
        "\(NameList.brief(names)): not judged\(beside), as an agent makes the data that its losses are measured on."
      )
    ]
  }

  /// The names that say that a log is an agent's; none in any other.
  ///
  /// A reward does, as do episodes and what only methods of reinforcement learning measure. Of what others measure too,
  /// such as the loss of a policy or an entropy, it takes two; none of it counts beside the scores of a classifier.
  private static func signs(_ curves: [Curve], columns: [String]) -> [String] {
    if let reward = curves.first(where: isReward) { return [reward.heading.name] }
    guard !curves.contains(where: { $0.heading.metric.isJudged && $0.heading.metric.unit == .fraction })
    else {
      return []
    }
    return signs(in: columns)
  }

  /// The names that say that a log is an agent's, whatever its curves are.
  static func signs(in columns: [String]) -> [String] {
    let words = columns.map { ($0, NameWords.cut($0)) }
    let sure = words.filter { ends($0.1, in: ColumnVocabulary.agents) }.map(\.0)
    let likely = words.filter { ends($0.1, in: ColumnVocabulary.likelyAgents) }
    return sure.isEmpty && Set(likely.map(\.1)).count < 2 ? [] : sure + likely.map(\.0)
  }

  private static func ends(_ words: [String], in phrases: Set<[String]>) -> Bool {
    // `cross_entropy` has no bonus for entropy in it.
    !words.contains("cross") && (1...3).contains { phrases.contains(Array(words.suffix($0))) }
  }

  private static func isReward(_ curve: Curve) -> Bool {
    let metric = curve.heading.metric
    return metric.kind == .score && metric.name.hasSuffix("reward") && !curve.isEmpty
      && !curve.heading.isIgnored
  }
}
