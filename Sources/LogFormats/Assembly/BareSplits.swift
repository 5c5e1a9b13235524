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
    guard areBoth(bare.map { curves[$0].heading }) else { return settleLone(bare, &curves) }
    guard let training = bare.first(where: { curves[$0].heading.split == .training })
    else { return [] }
    let hasLoss = curves.contains { $0.heading.metric.kind == .loss && !$0.isEmpty }
    func areWithin(_ most: Double) -> Bool {
      bare.allSatisfy { index in
        let curve = curves[index]
        return curve.points.allSatisfy { !(curve.value(of: $0) < 0) } && curve.largest <= most
      }
    }
    let isShare = areWithin(1)
    let values = curves[training].points.map { curves[training].value(of: $0) }.filter(\.isFinite)
    let rises = (values.last ?? 0) > (values.first ?? 0)
    let hasSign = bare.allSatisfy { curves[$0].hasPercentSign }
    // Beside a loss, what rises from above 1 is no loss either.
    let isPercentage =
      hasSign || hasLoss && rises && areWithin(100) && bare.allSatisfy { curves[$0].largest > 1 }
    guard isPercentage || isShare && (hasLoss || rises) || !hasLoss else { return [] }
    let isScore = isPercentage || isShare && (hasLoss || rises)
    let metric = isScore ? score : .loss
    for index in bare {
      let heading = curves[index].heading
      curves[index].take(Heading(name: heading.name, metric: metric, split: heading.split))
    }
    let names = NameList.brief(bare.map { curves[$0].heading.name })
    let reason =
      isPercentage
      ? "scores in percent"
      : isScore ? "scores, as they stay within 0 and 1" : "losses, as the names do not say what was measured"
    return [RunNote(.interpretation, "\(names): read as \(reason).")]
  }

  private static let score = Metric(
    name: "score", kind: .score, direction: .higherIsBetter, unit: .fraction)

  /// Takes a lone `val` beside a loss, as in `loss: 0.53 -> val: 0.61`, as the validation loss if it can be no score.
  private static func settleLone(_ bare: [Int], _ curves: inout [Curve]) -> [RunNote] {
    let losses = curves.filter { $0.heading.metric.kind == .loss && !$0.isEmpty && !$0.heading.isIgnored }
    guard bare.count == 1, let index = bare.first, curves[index].heading.split == .validation,
      let loss = losses.first,
      losses.allSatisfy({ $0.heading.split == nil || $0.heading.split == .training }),
      case let values = curves[index].points.map({ curves[index].value(of: $0) }).filter(\.isFinite),
      !curves[index].hasPercentSign, let first = values.first, let last = values.last,
      let trained = loss.points.first
    else { return [] }
    // A score rises, and stays within 0 and 1 or goes far beyond the loss.
    let ratio = first / loss.value(of: trained)
    guard (0.2...5).contains(ratio), last < first || curves[index].largest > 1 else { return [] }
    let heading = curves[index].heading
    curves[index].take(Heading(name: heading.name, metric: loss.heading.metric, split: .validation))
    return [
      RunNote(
        .interpretation,
        "\(heading.name): read as the validation loss, as it stands beside \(loss.heading.name) and is of its size."
      )
    ]
  }

  /// Whether there are names of training and of held-out data among them.
  static func areBoth(_ headings: [Heading]) -> Bool {
    let bare = headings.filter(\.isBareSplit)
    return bare.contains { $0.split == .training } && bare.contains { $0.split != .training }
  }
}
