extension SignalValues {
  /// The signals of the accuracies, alone and beside the losses.
  ///
  /// What is held against an entropy has to be a cross-entropy itself, which is known where guessing has a level.
  mutating func measureAccuracy(_ curves: JudgedCurves, _ chance: ChanceLevel?) {
    guard let accuracy = curves.validationAccuracy else { return }
    let count = accuracy.count
    let late = accuracy[(count / 2)...]
    let smoothed = LossCourse.runningMean(accuracy)
    let validation = curves.validation
    let best = validation.bestIndex
    let end = accuracy.suffix(validation.endCount).mean()
    let mode = late.mostFrequent
    let highest = RunningMedian.smooth(accuracy, width: 5).max() ?? end
    set(.validationAccuracy, end)
    set(.accuracyDrop, smoothed[best] - end)
    set(.accuracyNoise, Self.sizeLog(NoiseEstimate.deviation(of: late)))
    set(.accuracyTrend, LossCourse.change(over: accuracy.suffix(max(6, count / 3))))
    set(.accuracyAboveMode, highest - mode.value)
    set(.accuracyModeShare, mode.share)
    set(.accuracyEarly, accuracy.prefix(3).median())
    set(.accuracyClimb, highest - accuracy[0])
    if let chance {
      set(.validationEntropy, Self.excess(of: validation.endValue, over: end))
      set(.validationEntropyBest, Self.excess(of: validation.lowest.exponential, over: smoothed[best]))
      set(.lowestToBestEntropy, Self.excess(of: validation.lowest.exponential, over: highest))
      measureLevels(curves)
      if let skill = chance.skill(ofAccuracy: end) { set(.accuracySkill, skill) }
    }
    guard let other = curves.trainingAccuracy else { return }
    let otherEnd = other.suffix(validation.endCount).mean()
    let otherMode = other[(count / 2)...].mostFrequent
    set(.trainingAccuracy, otherEnd)
    set(.accuracyGap, otherEnd - end)
    set(.trainingAccuracyDrop, (LossCourse.runningMean(other).max() ?? otherEnd) - otherEnd)
    set(.trainingAccuracyModeShare, otherMode.share)
    let otherHighest = RunningMedian.smooth(other, width: 5).max() ?? otherEnd
    set(.trainingAccuracyClimb, otherHighest - other[0])
    if chance != nil, let training = curves.training {
      set(.trainingEntropy, Self.excess(of: training.endValue, over: otherEnd))
      set(.trainingEntropyMode, Self.excess(of: training.endValue, over: otherMode.value))
      set(.trainingToBestEntropy, Self.excess(of: training.endValue, over: otherHighest))
    }
  }

  /// The losses beside that of guessing.
  private mutating func measureLevels(_ curves: JudgedCurves) {
    let guessing = curves.level
    let validation = curves.validation
    set(.lowestToGuessing, ((validation.values.min() ?? guessing) / guessing + 1e-3).naturalLog)
    set(.endToGuessing, (validation.endValue / guessing + 1e-3).naturalLog)
    guard let training = curves.training else { return }
    set(.trainingToGuessing, (training.endValue / guessing + 1e-3).naturalLog)
  }

  /// The logarithm of a cross-entropy over the least entropy of a model that looks at no input and is as often right.
  private static func excess(of loss: Double, over accuracy: Double) -> Double {
    let accuracy = min(max(accuracy, 1e-6), 1 - 1e-6)
    return ((loss + 1e-6) / ((ChanceLevel.leastEntropy(accuracy: accuracy) ?? 0) + 0.01)).naturalLog
  }
}
