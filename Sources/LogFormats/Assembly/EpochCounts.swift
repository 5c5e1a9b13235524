import RunRecords
import Texts

/// Curves that count epochs beside others that count steps, in a log that does not say which step is which epoch.
enum EpochCounts {
  /// Spreads the steps evenly over the epochs, where one split of the losses counts epochs and the other steps.
  ///
  /// - Returns: What was decided.
  static func move(_ curves: inout [Curve]) -> [RunNote] {
    for index in curves.indices { curves[index].finish() }
    let judged = curves.filter { $0.heading.metric.kind == .loss && !$0.isEmpty }
    let counting = judged.filter(countsUp)
    guard let epochs = counting.min(by: { $0.points.count < $1.points.count }),
      let first = epochs.points.first?.position, let last = epochs.points.last?.position
    else { return [] }
    let isFar = { (curve: Curve) in (curve.points.last?.position ?? 0) >= 3 * (last + 1) }
    let stepping = curves.filter(isFar)
    let count = last - first + 1
    guard let other = judged.first(where: { isFar($0) && $0.heading.split != epochs.heading.split }),
      let end = stepping.compactMap({ $0.points.last?.position }).max(),
      // With a partner of its own split that counts epochs, the steps are only its details.
      !counting.contains(where: { !isFar($0) && $0.heading.split == other.heading.split })
    else { return [] }
    let stepsInEpoch = (end + 1) / count
    for index in curves.indices where isFar(curves[index]) {
      curves[index].move { ($0 + 1) / stepsInEpoch + first - 1 }
    }
    return [
      RunNote(
        .interpretation,
        "\(epochs.heading.name) counts epochs and \(other.heading.name) steps: the steps are spread evenly over "
          + "the \(Int(count)) epochs.")
    ]
  }

  /// What says that the steps of a log are its epochs: every judged curve of whole epochs counts up by ones, and
  /// training and validation losses stand at the same steps. `nil` where that is not so.
  ///
  /// A single value, such as the final one of a test, says nothing of how steps are counted.
  static func note(on curves: [Curve]) -> RunNote? {
    let judged = curves.filter { $0.heading.metric.isJudged && $0.heading.interval != .step && !$0.isEmpty }
    func losses(_ split: Split?) -> Curve? {
      judged.first { $0.heading.metric.kind == .loss && $0.heading.split == split }
    }
    guard let training = losses(.training) ?? losses(nil), countsUp(training),
      let validation = losses(.validation) ?? losses(.test),
      training.points.map(\.position) == validation.points.map(\.position),
      let end = training.points.map(\.position).max(),
      judged.allSatisfy({ countsUp($0) || $0.points.count == 1 && $0.points[0].position <= end + 1 })
    else { return nil }
    return RunNote(
      .interpretation, "The steps go up by ones for training and validation: they are read as epochs.")
  }

  /// Whether a curve has a value at each of the numbers from 0 or 1 on; it may fall back, as a resumed run does.
  private static func countsUp(_ curve: Curve) -> Bool {
    guard curve.points.count > 2, let first = curve.points.first?.position, first == 0 || first == 1 else {
      return false
    }
    return zip(curve.points, curve.points.dropFirst()).allSatisfy { one, next in
      next.position == next.position.rounded() && next.position <= one.position + 1
    }
  }
}
