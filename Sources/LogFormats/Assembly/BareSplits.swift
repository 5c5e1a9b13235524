import RunRecords
import Texts

/// Curves whose names say the part of the data and not what was measured, as in `Epoch 3: train 0.53 val 0.61`.
enum BareSplits {
  /// Takes them as losses, or as scores beside a loss that has its name.
  ///
  /// - Parameter curves: The curves, finished, at the positions of the log.
  /// - Returns: What was decided.
  static func settle(_ curves: inout [Curve]) -> [RunNote] {
    let bare = curves.indices.filter { curves[$0].heading.isBareSplit && !curves[$0].isEmpty }
    guard areBoth(bare.map { curves[$0].heading }),
      let training = bare.first(where: { curves[$0].heading.split == .training })
    else { return [] }
    let hasLoss = curves.contains { $0.heading.metric.kind == .loss && !$0.isEmpty }
    let isShare = bare.allSatisfy { index in
      let curve = curves[index]
      return curve.points.allSatisfy { !(curve.value(of: $0) < 0) } && curve.largest <= 1
    }
    let values = curves[training].points.map { curves[training].value(of: $0) }.filter(\.isFinite)
    let rises = (values.last ?? 0) > (values.first ?? 0)
    guard isShare && (hasLoss || rises) || !hasLoss else { return [] }
    let isScore = isShare && (hasLoss || rises)
    let metric =
      isScore ? Metric(name: "score", kind: .score, direction: .higherIsBetter, unit: .fraction) : .loss
    for index in bare {
      let heading = curves[index].heading
      curves[index].take(Heading(name: heading.name, metric: metric, split: heading.split))
    }
    let names = NameList.brief(bare.map { curves[$0].heading.name })
    let reason =
      isScore ? "scores, as they stay within 0 and 1" : "losses, as the names do not say what was measured"
    return [RunNote(.interpretation, "\(names): read as \(reason).")]
  }

  /// Whether there are names of training and of held-out data among them.
  static func areBoth(_ headings: [Heading]) -> Bool {
    let bare = headings.filter(\.isBareSplit)
    return bare.contains { $0.split == .training } && bare.contains { $0.split != .training }
  }
}
