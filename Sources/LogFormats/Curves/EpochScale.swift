/// Which epoch belongs to which step, as far as a log says it at some steps.
///
/// Between two of them the epoch rises evenly with the step; outside it goes on as at the nearest two.
struct EpochScale: Sendable {
  private var points: [(step: Double, epoch: Double)] = []
  /// The most points that are kept; more are not needed for a scale.
  private static let most = 65_536

  var isEmpty: Bool { points.isEmpty }

  /// Takes what the log says; steps that fall back or epochs that do are passed over.
  mutating func add(step: Double, epoch: Double) {
    guard step.isFinite, epoch.isFinite, points.count < Self.most else { return }
    if let last = points.last {
      guard step > last.step, epoch >= last.epoch else { return }
    }
    points.append((step, epoch))
  }

  /// The epoch at a step; `nil` if the log says too little.
  func epoch(at step: Double) -> Double? {
    guard let first = points.first else { return nil }
    guard points.count > 1 else { return step == first.step ? first.epoch : nil }
    // The first point behind the step, found by halving.
    var low = 0
    var high = points.count
    while low < high {
      let middle = (low + high) / 2
      if points[middle].step < step { low = middle + 1 } else { high = middle }
    }
    if low < points.count, points[low].step == step { return points[low].epoch }
    let right = min(max(low, 1), points.count - 1)
    let (one, other) = (points[right - 1], points[right])
    return one.epoch + (other.epoch - one.epoch) * (step - one.step) / (other.step - one.step)
  }
}
