extension SignalValues {
  /// How the losses go on by the straight line through their logarithms over the logarithm of the epoch: what a loss
  /// that falls as a power of the time loses or gains until three times the epochs.
  mutating func measureSlopes(_ curves: JudgedCurves) {
    let half = curves.validation.count / 2
    let quarter = curves.validation.count / 4
    let validation = PowerLine(curves.validation.logs, from: half)
    set(.validationSlope, validation?.change)
    set(.validationSlopeDeviate, validation?.deviateLog)
    let long = PowerLine(curves.validation.logs, from: quarter)
    set(.validationLongSlope, long?.change)
    set(.validationLongSlopeDeviate, long?.deviateLog)
    guard let course = curves.training else { return }
    let training = PowerLine(course.logs, from: half)
    set(.trainingSlope, training?.change)
    set(.trainingSlopeDeviate, training?.deviateLog)
    let longTraining = PowerLine(course.logs, from: quarter)
    set(.trainingLongSlope, longTraining?.change)
    set(.trainingLongSlopeDeviate, longTraining?.deviateLog)
    if let validation, let training { set(.slopeDifference, validation.change - training.change) }
  }

  /// What the number of validation samples leaves to chance: the standard error of the share of wrong answers, as a share
  /// of them, and the steps of the accuracy beside it.
  mutating func measureSampling(_ curves: JudgedCurves, size: Int?) {
    guard let accuracy = curves.validationAccuracy, let size, size > 0 else { return }
    let last = accuracy.suffix(5)
    let share = min(max(last.reduce(0, +) / Double(last.count), 0.01), 0.99)
    set(.samplingError, 0.5 * (share / ((1 - share) * Double(size))).naturalLog)
    let late = accuracy[(accuracy.count / 2)...]
    let steps = zip(late.dropFirst(), late).map { $0 - $1 }
    guard !steps.isEmpty else { return }
    let mean = steps.reduce(0, +) / Double(steps.count)
    let variance = steps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(steps.count)
    let error = (share * (1 - share) / Double(size)).squareRoot()
    set(.accuracyNoiseRatio, ((variance.squareRoot() + 1e-4) / error).naturalLog)
  }

  /// What is seen of judgements that the level of guessing decides.
  mutating func measureGuessing(_ comparison: GuessingComparison?) {
    guard let comparison else { return }
    set(.guessingSkill, comparison.skill)
    set(.seesNoSignal, comparison.showsNoSignal ? 1 : 0)
    set(.seesNoLearning, comparison.showsNoLearning ? 1 : 0)
  }
}

/// The straight line of least squares through values over the logarithm of their place.
private struct PowerLine {
  /// The change of the line until three times the places.
  let change: Double
  /// The logarithm of the slope in units of its standard error, with its sign.
  let deviateLog: Double

  /// Fits the values from a place on; `nil` for fewer than four.
  init?(_ values: [Double], from start: Int) {
    let count = Double(values.count - start)
    guard count >= 4 else { return nil }
    var places: [Double] = []
    places.reserveCapacity(values.count - start)
    for index in start..<values.count { places.append(Double(index + 1).naturalLog) }
    let late = values[start...]
    let mean = late.reduce(0, +) / count
    let center = places.reduce(0, +) / count
    var square = 0.0
    var product = 0.0
    for (place, value) in zip(places, late) {
      square += (place - center) * (place - center)
      product += (place - center) * (value - mean)
    }
    let slope = product / square
    var rest = 0.0
    for (place, value) in zip(places, late) {
      let residual = value - mean - slope * (place - center)
      rest += residual * residual
    }
    let error = (rest / (count - 2) / square + 1e-12).squareRoot()
    change = slope * 3.0.naturalLog
    // A slope that is certain and means nothing counts as little.
    let deviate = slope / (error + 2e-3)
    deviateLog = (1 + abs(deviate)).naturalLog * (deviate < 0 ? -1 : 1)
  }
}
