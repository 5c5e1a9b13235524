import Tensors

/// How many of each of several groups belong to a share of all.
enum ShareAllocation {
  /// Sizes that add up to the share of all members, to the nearest whole number, each next to its group's share.
  ///
  /// By largest remainders: every group gets the whole part of its share, and what is left goes to those that miss the
  /// most; chance decides between equals.
  static func sizes(of share: Double, _ counts: [Int], using random: inout RandomSource) -> [Int] {
    let shares = counts.map { Double($0) * share }
    var sizes = shares.map { Int($0) }
    let total = Int((Double(counts.reduce(0, +)) * share).rounded())
    // Shares that differ by rounding alone are equal.
    let missing = zip(shares, sizes).map { (($0 - Double($1)) * 1e9).rounded() }
    let order = Array(counts.indices).shuffled(using: &random).enumerated().sorted {
      (missing[$1.element], $0.offset) < (missing[$0.element], $1.offset)
    }
    for (_, group) in order.prefix(max(total - sizes.reduce(0, +), 0)) { sizes[group] += 1 }
    return sizes
  }
}
