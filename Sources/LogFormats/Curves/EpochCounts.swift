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

  /// Whether a curve has a value at each of the numbers from 0 or 1 on.
  private static func countsUp(_ curve: Curve) -> Bool {
    guard curve.points.count > 2, let first = curve.points.first?.position, first == 0 || first == 1 else {
      return false
    }
    return zip(curve.points, curve.points.dropFirst()).allSatisfy { $1.position - $0.position == 1 }
  }
}
