import RunRecords

/// Losses of exactly 0 that stand for none, as the Hugging Face Trainer prints them.
enum ZeroLosses {
  /// The pairs of a line, the loss as not a number where the gradient is none; and how many losses those are.
  static func repaired(_ pairs: [PrintedPair]) -> (pairs: [PrintedPair], count: Int) {
    guard pairs.contains(where: { $0.heading.metric.kind == .gradientNorm && $0.value.isNaN }) else {
      return (pairs, 0)
    }
    var count = 0
    let repaired = pairs.map { pair in
      guard pair.heading.name == "loss", pair.value == 0 else { return pair }
      count += 1
      return PrintedPair(heading: pair.heading, value: .nan, isPercent: false, isRunningMean: false)
    }
    return (repaired, count)
  }
}
