extension SignalValues {
  /// The signals of the validation loss alone.
  mutating func measureValidation(_ curves: JudgedCurves) {
    let course = curves.validation
    let rise = course.end - course.lowest
    let levelLog = curves.level.naturalLog
    set(.validationNoise, Self.sizeLog(course.noise))
    set(.validationBend, Self.sizeLog(course.bend))
    set(.validationRise, rise)
    set(.validationRiseDeviate, rise / (course.noise * course.noise + 1e-4).squareRoot())
    set(.validationRiseLevel, (course.endValue - course.lowest.exponential) / curves.level)
    set(.validationBestPlace, Double(course.bestIndex + 1) / Double(course.count))
    set(.validationFall, course.logs[0] - course.lowest)
    set(.validationEnd, course.end - levelLog)
    set(.validationLowest, course.lowest - levelLog)
    set(.validationTrend, course.trend(over: max(6, course.count / 3)))
    set(.validationLateTrend, course.trend(over: max(4, course.count / 6)))
    set(.validationSteps, course.steps.upShare)
    set(.validationJump, course.steps.highest)
    set(.validationLastTwoThirds, course.gain(since: 1 / 3))
    set(.validationLastHalf, course.gain(since: 0.5))
    set(.validationPace, course.pace)
    set(.validationCalming, course.calming)
    set(.validationLastStep, course.lastStep)
  }

  /// The signals of the training loss alone.
  mutating func measureTraining(_ curves: JudgedCurves) {
    guard let course = curves.training else { return }
    set(.trainingNoise, Self.sizeLog(course.noise))
    set(.trainingBend, Self.sizeLog(course.bend))
    set(.trainingFall, course.logs[0] - course.end)
    set(.trainingRise, course.end - course.lowest)
    set(.trainingEnd, course.end - curves.level.naturalLog)
    set(.trainingFallSince, course.smoothed[curves.validation.bestIndex] - course.end)
    set(.trainingTrend, course.trend(over: max(6, course.count / 3)))
    set(.trainingSteps, course.steps.upShare)
    set(.trainingJump, course.steps.highest)
    let settled = course.smoothed.dropFirst()
    set(.trainingRange, Self.sizeLog((settled.max() ?? 0) - (settled.min() ?? 0)))
    set(.trainingBestPlace, Double(course.bestIndex + 1) / Double(course.count))
    set(.trainingPace, course.pace)
    set(.trainingLastTwoThirds, course.gain(since: 1 / 3))
    set(.trainingCalming, course.calming)
    set(.trainingClimb, Self.sizeLog(course.steps.climb))
  }

  /// The signals of both losses.
  mutating func measureGap(_ curves: JudgedCurves, trainingSize: Int?) {
    guard let training = curves.training, let atEnd = curves.trainingAtEnd else { return }
    let validation = curves.validation
    let count = validation.count
    let gaps = zip(validation.logs, atEnd).map { $0 - $1 }
    let best = validation.bestIndex
    let end = gaps.suffix(validation.endCount).mean()
    let around = gaps[max(0, best - 2)..<min(count, best + 3)].median()
    set(.gapEnd, end)
    set(.gapBest, around)
    set(.gapEarly, gaps.prefix(max(3, count / 10)).median())
    let level =
      (validation.endValue - atEnd.suffix(training.endCount).map(\.exponential).mean()) / curves.level + 0.02
    set(.gapLevel, level)
    set(.gapSmallest, gaps.quantile(0.1))
    set(.gapGrowth, around.map { end - $0 })
    let start = min(best, max(count - 4, 0))
    set(.lossCorrelation, Self.correlation(validation.smoothed[start...], training.smoothed[start...]))
    set(
      .stepCorrelation,
      Self.correlation(
        Self.steps(validation.logs[(count / 2)...])[...], Self.steps(atEnd[(count / 2)...])[...]))
    set(.noiseRatio, Self.sizeLog(validation.noise) - Self.sizeLog(training.noise))
    if let trainingSize {
      let parameters = level * Double(trainingSize)
      set(.effectiveParameters, parameters < 0 ? -(1 - parameters).naturalLog : (1 + parameters).naturalLog)
    }
  }

  private static func steps(_ values: ArraySlice<Double>) -> [Double] {
    zip(values.dropFirst(), values).map { $0 - $1 }
  }

  /// Pearson's correlation; 0 where one of two does not vary.
  private static func correlation(_ one: ArraySlice<Double>, _ other: ArraySlice<Double>) -> Double {
    guard one.count > 2 else { return 0 }
    let oneMean = one.mean()
    let otherMean = other.mean()
    var product = 0.0
    var oneSquare = 0.0
    var otherSquare = 0.0
    for (a, b) in zip(one, other) {
      product += (a - oneMean) * (b - otherMean)
      oneSquare += (a - oneMean) * (a - oneMean)
      otherSquare += (b - otherMean) * (b - otherMean)
    }
    guard oneSquare > 0, otherSquare > 0 else { return 0 }
    return product / (oneSquare * otherSquare).squareRoot()
  }
}
