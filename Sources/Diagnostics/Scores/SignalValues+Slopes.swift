extension SignalValues {
  /// How the losses go on by the straight line through their logarithms over the logarithm of the epoch: what a loss
  /// that falls as a power of the time loses or gains until three times the epochs.
  mutating func measureSlopes(_ curves: JudgedCurves) {
    let places = curves.validation.logs.indices.map { Double($0 + 1).naturalLog }
    let half = curves.validation.count / 2
    let quarter = curves.validation.count / 4
    let validation = PowerLine(curves.validation.logs, over: places, from: half)
    set(.validationSlope, validation?.change)
    set(.validationSlopeDeviate, validation?.deviateLog)
    let long = PowerLine(curves.validation.logs, over: places, from: quarter)
    set(.validationLongSlope, long?.change)
    set(.validationLongSlopeDeviate, long?.deviateLog)
    guard let course = curves.training else { return }
    let training = PowerLine(course.logs, over: places, from: half)
    set(.trainingSlope, training?.change)
    set(.trainingSlopeDeviate, training?.deviateLog)
    let longTraining = PowerLine(course.logs, over: places, from: quarter)
    set(.trainingLongSlope, longTraining?.change)
    set(.trainingLongSlopeDeviate, longTraining?.deviateLog)
    if let validation, let training { set(.slopeDifference, validation.change - training.change) }
  }
}

/// The straight line of least squares through values over the logarithm of their place.
private struct PowerLine {
  /// The change of the line until three times the places.
  let change: Double
  /// The logarithm of the slope in units of its standard error, with its sign.
  let deviateLog: Double

  /// Fits the values from a place on; `nil` for fewer than four.
  init?(_ values: [Double], over places: [Double], from start: Int) {
    let size = values.count - start
    guard size >= 4 else { return nil }
    let count = Double(size)
    var mean = 0.0
    var center = 0.0
    for index in start..<values.count {
      mean += values[index]
      center += places[index]
    }
    mean /= count
    center /= count
    var square = 0.0
    var product = 0.0
    var total = 0.0
    for index in start..<values.count {
      let (place, value) = (places[index] - center, values[index] - mean)
      square += place * place
      product += place * value
      total += value * value
    }
    let slope = product / square
    // What the line leaves of the squares; rounding may take it below nothing.
    let rest = max(total - slope * product, 0)
    let error = (rest / (count - 2) / square + 1e-12).squareRoot()
    change = slope * 3.0.naturalLog
    // A slope that is certain and means nothing counts as little.
    let deviate = slope / (error + 2e-3)
    deviateLog = (1 + abs(deviate)).naturalLog * (deviate < 0 ? -1 : 1)
  }
}
