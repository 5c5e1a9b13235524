/// The cross-entropy of a model that knows how frequent the classes are, and nothing else.
enum GuessingLevel {
  /// How far an accuracy may climb and still be that of one answer to every input.
  private static let slack = 0.015

  /// The level by the number of classes: ln K for equal shares, less where the accuracies show that one class is
  /// frequent.
  ///
  /// An accuracy that is high from the first epochs on and never climbs, or that stays at one value, is the share p of the
  /// most frequent class. The rest is taken to be shared equally: -p ln p - (1 - p) ln((1 - p) / (K - 1)).
  static func loss(classCount: Double, accuracies: [Double]?) -> Double {
    let equal = classCount.naturalLog
    guard let accuracies, accuracies.count >= 3, let early = accuracies.prefix(3).median(),
      let highest = RunningMedian.smooth(accuracies, width: 5).max()
    else { return equal }
    let mode = accuracies[...].mostFrequent
    let isFlat = highest - early <= slack
    let isSteady = mode.share >= 0.4 && highest - mode.value <= slack
    guard isFlat || isSteady else { return equal }
    let share = isSteady ? mode.value : highest
    guard share > 1 / classCount, share < 1 else { return equal }
    let rest = 1 - share
    let entropy =
      -share * share.naturalLog - rest * rest.naturalLog + rest * max(classCount - 1, 1).naturalLog
    return max(min(entropy, equal), 1e-3)
  }
}

extension ArraySlice<Double> {
  /// The most frequent value to four decimals, and its share.
  var mostFrequent: (value: Double, share: Double) {
    withScratchCopy { rounded in
      for index in rounded.indices { rounded[index] = (rounded[index] * 1e4).rounded() }
      rounded.sortValues()
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
