/// Moves the labels at the ends of lines apart, so that they stand beside their line without
/// touching each other.
public enum EndLabels {
  /// The distance from the plot's edge to a label.
  public static let gap = 6.0

  /// The centres of labels that want to stand at given heights.
  ///
  /// The sum of squared moves is least (pool adjacent violators); order is kept.
  ///
  /// - Parameters:
  ///   - wanted: The heights of the line ends, in any order.
  ///   - spacing: The least distance between two centres.
  ///   - range: Where centres may lie; exceeded only when there are too many labels for it.
  /// - Returns: The centres in the order of `wanted`.
  public static func spread(
    _ wanted: [Double], spacing: Double, within range: ClosedRange<Double>
  ) -> [Double] {
    let order = wanted.indices.sorted { wanted[$0] < wanted[$1] }
    // A group of touching labels stands around the mean of its members' wishes.
    var groups: [(sum: Double, count: Int)] = []
    for (rank, index) in order.enumerated() {
      groups.append((wanted[index] - Double(rank) * spacing, 1))
      while groups.count > 1 {
        let last = groups[groups.count - 1]
        let previous = groups[groups.count - 2]
        guard previous.sum / Double(previous.count) >= last.sum / Double(last.count) else { break }
        groups.removeLast(2)
        groups.append((previous.sum + last.sum, previous.count + last.count))
      }
    }
    let highest = range.upperBound - Double(max(order.count - 1, 0)) * spacing
    var result = wanted
    var rank = 0
    for group in groups {
      let base = max(min(group.sum / Double(group.count), highest), range.lowerBound)
      for _ in 0..<group.count {
        result[order[rank]] = base + Double(rank) * spacing
        rank += 1
      }
    }
    return result
  }
}
