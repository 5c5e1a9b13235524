/// Where a loss that fell and rose again most likely turned.
///
/// An epoch is as likely to be the turn as its smoothed loss is low beside the noise, and the answer is the middle of the
/// tenth of the epochs that is likeliest to hold it: a loss that overfits often lies flat for long before it rises, and
/// noise puts its lowest value anywhere in there.
enum LikeliestTurn {
  /// The index of the turn among the logarithms of a loss; `nil` without any.
  ///
  /// - Parameter leastReach: How far the stretch reaches at least to each side of its middle.
  static func index(of logs: [Double], leastReach: Int = 2) -> Int? {
    guard !logs.isEmpty else { return nil }
    let costs = zip(smoothed(logs), latenessCosts(logs.count)).map { $0 + $1 }
    guard let lowest = costs.min() else { return nil }
    let scale = softness * NoiseEstimate.deviation(of: logs) + leastScale
    let reach = max(Int(reachShare * Double(logs.count)), leastReach)
    let chances = sums(of: costs.map { ((lowest - $0) / scale).exponential }, within: reach)
    guard let highest = chances.max() else { return nil }
    // Where the turn is sharp, every stretch that holds it is as likely.
    let best = chances.indices.filter { chances[$0] >= 0.99 * highest }
    guard let first = best.first, let last = best.last else { return nil }
    return last - first <= 2 * reach ? (first + last) / 2 : first
  }

  /// By how many deviations of the noise a smoothed loss has to be higher for an epoch to be a third as likely.
  private static let softness = 0.4
  /// The least difference of logarithms that counts.
  private static let leastScale = 4e-5
  /// How far the stretch reaches to each side of its middle, as a share of the epochs.
  private static let reachShare = 0.05
  /// What an epoch e times as late costs: of about equal ones the earlier is likelier. Without it, what was found in
  /// trained runs was late far more often than early.
  private static let latenessCost = 0.02

  private static func latenessCosts(_ count: Int) -> some Sequence<Double> {
    (0..<count).lazy.map { latenessCost * Double($0 + 3).naturalLog }
  }

  /// The weights of the neighbours in smoothing: a normal curve of one epoch's deviation.
  private static let weights = (0...4).map { (-0.5 * Double($0 * $0)).exponential }

  /// The means of the neighbours, by weights that fall with the distance.
  private static func smoothed(_ values: [Double]) -> [Double] {
    values.indices.map { index in
      var (sum, total) = (values[index], 1.0)
      for distance in 1..<weights.count {
        if index >= distance {
          sum += weights[distance] * values[index - distance]
          total += weights[distance]
        }
        if index + distance < values.count {
          sum += weights[distance] * values[index + distance]
          total += weights[distance]
        }
      }
      return sum / total
    }
  }

  /// The sums of the values that are not further than a reach from each.
  private static func sums(of values: [Double], within reach: Int) -> [Double] {
    var sums = [0.0]
    for value in values { sums.append(sums[sums.count - 1] + value) }
    return values.indices.map { sums[min($0 + reach + 1, values.count)] - sums[max($0 - reach, 0)] }
  }
}
