extension Remedy {
  /// Remedies of which one undoes the other: one of a pair's first speaks against every one of its second.
  private static let opposites: [(first: [Remedy], second: [Remedy])] = [
    ([.addWeightDecay, .addDropout, .labelSmoothing], [.reduceRegularization]),
    ([.smallerModel], [.largerModel]),
    ([.lowerLearningRate, .divideLearningRate], [.raiseLearningRate]),
    ([.stopEarly, .stopEarlyByScore, .stopAtPlateau], [.trainLonger, .trainPastPeak]),
  ]

  /// A side of a pair of opposites.
  fileprivate struct Side: Equatable {
    let pair: Int
    let isFirst: Bool

    var other: Side { Side(pair: pair, isFirst: !isFirst) }
  }

  /// The sides by the remedies' identifiers.
  private static let sides: [String: Side] = {
    var sides: [String: Side] = [:]
    for (pair, (first, second)) in opposites.enumerated() {
      for remedy in first { sides[remedy.id] = Side(pair: pair, isFirst: true) }
      for remedy in second { sides[remedy.id] = Side(pair: pair, isFirst: false) }
    }
    return sides
  }()

  /// The side that the remedy is on; `nil` where nothing undoes it.
  fileprivate var side: Side? { Self.sides[id] }

  /// Whether following both this remedy and another would undo one of them.
  func isOpposite(of other: Remedy) -> Bool { side.map { $0.other == other.side } ?? false }
}

extension [RankedRemedy] {
  /// The remedies without those that undo one before them.
  func withoutOpposites() -> [RankedRemedy] {
    var taken: [Remedy.Side] = []
    return filter { ranked in
      guard let side = ranked.remedy.side else { return true }
      guard !taken.contains(side.other) else { return false }
      taken.append(side)
      return true
    }
  }
}
