/// The cross-entropy of a model that knows how frequent the classes are, and nothing else.
struct GuessingLevel: Sendable, Hashable {
  /// The level where the classes that are not known to be frequent have equal shares: it is no higher.
  let loss: Double
  /// How frequent the most frequent class is, where the accuracies show it.
  let share: Double?
  /// The least that it may be, whatever the shares of the classes are that the accuracies allow.
  let least: Double
  /// What it is where the most frequent class has the highest accuracy for its share, and each further class the same part
  /// of the one before.
  let usual: Double

  /// The level where it is known.
  init(loss: Double) {
    self.loss = loss
    (share, least, usual) = (nil, loss, loss)
  }

  /// The level of a split by the number of classes and the accuracies that were logged of it.
  ///
  /// - Parameter highest: The highest of the medians of five accuracies around each, where it is known.
  init(classCount: Double, accuracies: [Double]?, highest: Double? = nil) {
    let frequent = Self.share(classCount: classCount, accuracies: accuracies, highest: highest)
    share = frequent
    loss = frequent.map { Self.entropy(ofOneShare: $0, classCount: classCount) } ?? classCount.naturalLog
    guard let share = highest ?? accuracies?.max(), share > 0, share < 1 else {
      (least, usual) = (loss, loss)
      return
    }
    guard frequent == nil || classCount > 2 else {
      (least, usual) = (loss, loss)
      return
    }
    // No class is more frequent than the model is right at its best.
    let most = max(share, 1 / classCount)
    least = min(loss, ChanceLevel.leastEntropy(accuracy: most) ?? loss)
    usual = max(least, min(loss, Self.entropy(ofFallingShares: most, classCount: classCount)))
  }

  /// Whether the accuracies show how frequent the most frequent class is.
  var knowsShare: Bool { share != nil }

  /// The entropy of one share and of equal ones for the rest: -p ln p - (1 - p) ln((1 - p) / (K - 1)).
  static func entropy(ofOneShare share: Double, classCount: Double) -> Double {
    let rest = 1 - share
    let entropy =
      -share * share.naturalLog - rest * rest.naturalLog + rest * max(classCount - 1, 1).naturalLog
    return max(min(entropy, classCount.naturalLog), 1e-3)
  }

  /// The entropy of shares of which each is the same part of the one before.
  ///
  /// - Parameter first: The largest share.
  private static func entropy(ofFallingShares first: Double, classCount: Double) -> Double {
    // A share beyond a thousand classes counts for nothing.
    let count = Int(min(classCount, 1000))
    func sum(falling part: Double, _ term: (Double) -> Double) -> Double {
      var (share, sum) = (first, 0.0)
      for _ in 0..<count {
        sum += term(share)
        share *= part
      }
      return sum
    }
    var (low, high) = (0.0, 1.0)
    for _ in 0..<30 {
      let middle = (low + high) / 2
      if sum(falling: middle, { $0 }) < 1 { low = middle } else { high = middle }
    }
    return sum(falling: low) { $0 > 0 ? -$0 * $0.naturalLog : 0 }
  }

  /// How far an accuracy may climb and still be that of one answer to every input.
  private static let slack = 0.015

  /// The share of the most frequent class, where the accuracies show that one is more frequent than others.
  ///
  /// An accuracy that is high from the first epochs on and never climbs, or that stays at one value, is that share.
  ///
  /// - Parameter highest: The highest of the medians of five accuracies around each, where it is known.
  private static func share(classCount: Double, accuracies: [Double]?, highest: Double?) -> Double? {
    guard let accuracies, accuracies.count >= 3, let early = accuracies.prefix(3).median(),
      let highest = highest ?? RunningMedian.smooth(accuracies, width: 5).max()
    else { return nil }
    let isFlat = highest - early <= slack
    // Of a climbing accuracy too few values come near the highest one for any of them to be that frequent.
    let near = accuracies.count { $0 >= highest - slack - 1e-4 }
    guard isFlat || Double(near) >= 0.4 * Double(accuracies.count) else { return nil }
    let mode = accuracies[...].mostFrequent
    let isSteady = mode.share >= 0.4 && highest - mode.value <= slack
    guard isFlat || isSteady else { return nil }
    let share = isSteady ? mode.value : highest
    return share > 1 / classCount && share < 1 ? share : nil
  }
}
