/// Which values come how often, equal to four decimals: as accuracies are logged.
extension ArraySlice<Double> {
  /// The share of the values that equal one value to four decimals, if that is the half of them or more; 0 if not.
  var majorityShare: Double {
    withScratchCopy { rounded in
      for index in rounded.indices { rounded[index] = (rounded[index] * 1e4).rounded() }
      // Half of the values or more reach to the middle, from whichever side.
      let ranks = [(rounded.count - 1) / 2, rounded.count / 2]
      let most =
        ranks.map { rank in
          let value = rounded.value(ofRank: rank)
          return rounded.count { $0 == value }
        }.max() ?? 0
      return 2 * most >= rounded.count ? Double(most) / Double(rounded.count) : 0
    }
  }

  /// The most frequent value to four decimals, and its share.
  var mostFrequent: (value: Double, share: Double) {
    withScratchCopy { values in
      var rounded = values
      for index in rounded.indices { rounded[index] = (rounded[index] * 1e4).rounded() }
      rounded.sort()
      var value = 0.0
      var most = 0
      var run = 0
      var previous = Double.nan
      for next in rounded {
        run = next == previous ? run + 1 : 1
        previous = next
        if run > most {
          most = run
          value = next / 1e4
        }
      }
      return (value, Double(most) / Double(Swift.max(count, 1)))
    }
  }
}
