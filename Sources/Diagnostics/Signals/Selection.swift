/// Order among a few dozen to a few thousand values, of which a median needs no more than a part.
extension UnsafeMutableBufferPointer<Double> {
  /// Up to how many values are sorted by insertion.
  private static var fewValues: Int { 12 }

  /// Brings the value that has a rank in rising order to its place, smaller ones before it and larger ones behind
  /// (Hoare 1961): on average in O(n).
  func select(_ rank: Int) {
    var low = 0
    var high = count - 1
    // Bad luck with every pivot would take O(n²): the rest is sorted instead.
    var rounds = 2 * (Int.bitWidth - count.leadingZeroBitCount)
    while high - low >= Self.fewValues {
      guard rounds > 0 else {
        return sortByMerging(low, high)
      }
      rounds -= 1
      let (left, right) = split(low, high)
      if rank <= left {
        high = left
      } else if rank >= right {
        low = right
      } else {
        return
      }
    }
    sortByInsertion(low, high)
  }

  /// Sorts the values (Hoare 1961), on average in O(n log n).
  func sortValues() { sort(0, count - 1, rounds: 2 * (Int.bitWidth - count.leadingZeroBitCount)) }

  private func sort(_ low: Int, _ high: Int, rounds: Int) {
    if high - low < Self.fewValues {
      sortByInsertion(low, high)
    } else if rounds == 0 {
      sortByMerging(low, high)
    } else {
      let (left, right) = split(low, high)
      sort(low, left, rounds: rounds - 1)
      sort(right, high, rounds: rounds - 1)
    }
  }

  /// The value that has a rank in rising order, from 0; reorders the values.
  func value(ofRank rank: Int) -> Double {
    select(rank)
    return self[rank]
  }

  /// Moves values below a pivot to the left and values above it to the right.
  ///
  /// - Returns: The end of the left part and the start of the right one; what lies between equals the pivot.
  private func split(_ low: Int, _ high: Int) -> (left: Int, right: Int) {
    let one = self[low]
    let other = self[high]
    let pivot = Swift.max(Swift.min(one, other), Swift.min(Swift.max(one, other), self[(low + high) / 2]))
    var rising = low
    var falling = high
    while rising <= falling {
      while self[rising] < pivot { rising += 1 }
      while pivot < self[falling] { falling -= 1 }
      if rising <= falling {
        swapAt(rising, falling)
        rising += 1
        falling -= 1
      }
    }
    return (falling, rising)
  }

  /// The sort of the standard library, which no order of the values makes slow.
  private func sortByMerging(_ low: Int, _ high: Int) {
    var part = UnsafeMutableBufferPointer(rebasing: self[low...high])
    part.sort()
  }

  private func sortByInsertion(_ low: Int, _ high: Int) {
    var next = low + 1
    while next <= high {
      let value = self[next]
      var place = next
      while place > low, value < self[place - 1] {
        self[place] = self[place - 1]
        place -= 1
      }
      self[place] = value
      next += 1
    }
  }
}
