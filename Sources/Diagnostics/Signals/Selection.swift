/// Order among a few dozen to a few thousand values, of which a median needs no more than a part.
extension UnsafeMutableBufferPointer<Double> {
  /// Up to how many values are sorted by insertion.
  private static var fewValues: Int { 6 }

  /// The most rounds that luck with the pivots takes, beyond which the standard library sorts.
  private var mostRounds: Int { 2 * (Int.bitWidth - count.leadingZeroBitCount) }

  /// The value that has a rank in rising order, from 0; reorders the values.
  func value(ofRank rank: Int) -> Double {
    select(rank)
    return self[rank]
  }

  /// Brings the value that has a rank in rising order to its place, smaller ones before it and larger ones behind
  /// (Hoare 1961): on average in O(n).
  func select(_ rank: Int) {
    var low = 0
    var high = count
    for _ in 0..<mostRounds where high - low > Self.fewValues {
      let pivot = pivot(low, high)
      let middle = gather(low, high) { $0 < pivot }
      if rank < middle {
        high = middle
        continue
      }
      let fewAreSmaller = middle - low <= (high - low) / 8
      low = middle
      // Where many equal the pivot, none is smaller: they are set apart, so that the part shrinks.
      guard fewAreSmaller else { continue }
      low = gather(middle, high) { $0 <= pivot }
      if rank < low { return }
    }
    sortPart(low, high)
  }

  /// The median of the first, the middle and the last value of a part.
  private func pivot(_ low: Int, _ high: Int) -> Double {
    let (one, other) = (self[low], self[high - 1])
    return Swift.max(
      Swift.min(one, other), Swift.min(Swift.max(one, other), self[low + (high - low) / 2]))
  }

  /// Moves the values of a part that pass a test before the others (Lomuto).
  ///
  /// Every value is moved, whether it passes or not: a branch that is as often taken as not costs more.
  /// - Returns: Where the others begin.
  @inline(__always)
  private func gather(_ low: Int, _ high: Int, _ passes: (Double) -> Bool) -> Int {
    var middle = low
    for index in low..<high {
      let value = self[index]
      self[index] = self[middle]
      self[middle] = value
      middle += passes(value) ? 1 : 0
    }
    return middle
  }

  /// Sorts a part: a few values by insertion, many where every pivot was bad luck.
  private func sortPart(_ low: Int, _ high: Int) {
    guard high - low <= Self.fewValues else {
      var part = UnsafeMutableBufferPointer(rebasing: self[low..<high])
      part.sort()
      return
    }
    for next in low..<high {
      let value = self[next]
      var place = next
      while place > low, value < self[place - 1] {
        self[place] = self[place - 1]
        place -= 1
      }
      self[place] = value
    }
  }
}
