extension Remedy {
  /// Remedies of which one undoes the other: one of a group speaks against every one of the other group.
  private static let opposites: [(Set<Remedy>, Set<Remedy>)] = [
    ([.addWeightDecay, .addDropout, .labelSmoothing], [.reduceRegularization]),
    ([.smallerModel], [.largerModel]),
    ([.lowerLearningRate, .divideLearningRate], [.raiseLearningRate]),
    ([.stopEarly, .stopEarlyByScore, .stopAtPlateau], [.trainLonger, .trainPastPeak]),
  ]

  /// Whether following both this remedy and another would undo one of them.
  func isOpposite(of other: Remedy) -> Bool {
    Self.opposites.contains { left, right in
      left.contains(self) && right.contains(other) || right.contains(self) && left.contains(other)
    }
  }
}

extension [RankedRemedy] {
  /// The remedies without those that undo one before them.
  func withoutOpposites() -> [RankedRemedy] {
    reduce(into: []) { kept, next in
      if !kept.contains(where: { next.remedy.isOpposite(of: $0.remedy) }) { kept.append(next) }
    }
  }
}
