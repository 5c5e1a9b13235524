/// What a falling curve may be expected to gain by going on.
///
/// Curves y = c + a f(x) are fitted by least squares to the last four fifths of the values, f being a power
/// (x + b)^-α or an exponential exp(-x/τ) on a grid of b, α and τ. They are mixed by their likelihood; the
/// interval holds 80 %, from the spread between the curves, the standard error of each and 15 % of the gain,
/// since no real curve follows any of them.
struct Extrapolation: Sendable, Hashable {
  /// The fall that is expected, in the unit of the values.
  let gain: Double
  /// The falls that 80 % confidence allows; never below zero.
  let interval: ClosedRange<Double>

  /// Extrapolates equally spaced values by `steps` more; `nil` for fewer than five or where nothing falls.
  init?(_ values: [Double], steps: Double, noise: Double) {
    let count = values.count
    guard count >= 5, steps > 0 else { return nil }
    let start = count / 5
    let places = (start..<count).map { Double($0 + 1) }
    let fitted = Array(values[start...])
    let length = Double(count)
    let powers = [0, 0.06, 0.125, 0.25, 0.375, 0.5, 0.75, 1].flatMap { offset in
      [0.25, 0.5, 0.75, 1, 1.5, 2].map { exponent in
        { (x: Double) in (x + offset * length).raised(to: -exponent) }
      }
    }
    let decays = [0.1, 0.2, 0.4, 0.8, 1.6].map { share in
      { (x: Double) in (-x / (share * length)).exponential }
    }
    let fits = (powers + decays).compactMap { shape in
      Fit(places, fitted, shape: shape, end: length, steps: steps)
    }
    guard let best = fits.min(by: { $0.squaredError < $1.squaredError }) else { return nil }
    let variance = max(
      best.squaredError / Double(max(fitted.count - 3, 1)), noise * noise, Double.leastNormalMagnitude)
    let weights = fits.map { ((best.squaredError - $0.squaredError) / (2 * variance)).exponential }
    let total = weights.reduce(0, +)
    var mean = 0.0
    for (fit, weight) in zip(fits, weights) { mean += weight / total * fit.gain }
    var spread = 0.0
    for (fit, weight) in zip(fits, weights) {
      let error = fit.gain - mean
      spread += weight / total * (error * error + variance * fit.gainVariance)
    }
    let misfit = 0.15 * mean
    let reach = 1.2816 * (spread + misfit * misfit).squareRoot()
    gain = mean
    interval = max(0, mean - reach)...(mean + reach)
  }

  private struct Fit {
    let squaredError: Double
    let gain: Double
    /// The variance of the gain for noise of variance 1.
    let gainVariance: Double

    init?(_ places: [Double], _ values: [Double], shape: (Double) -> Double, end: Double, steps: Double) {
      let shapes = places.map(shape)
      let size = Double(values.count)
      let shapeMean = shapes.reduce(0, +) / size
      let valueMean = values.reduce(0, +) / size
      var squares = 0.0
      var products = 0.0
      for (shape, value) in zip(shapes, values) {
        squares += (shape - shapeMean) * (shape - shapeMean)
        products += (shape - shapeMean) * (value - valueMean)
      }
      guard squares > 0, products > 0 else { return nil }
      var amplitude = products / squares
      var floor = valueMean - amplitude * shapeMean
      if floor < 0, values.allSatisfy({ $0 > 0 }) {
        // A positive loss has no floor below zero: the best curve that ends at zero takes its place.
        products = zip(shapes, values).reduce(0) { $0 + $1.0 * $1.1 }
        squares = shapes.reduce(0) { $0 + $1 * $1 }
        amplitude = products / squares
        floor = 0
      }
      var error = 0.0
      for (shape, value) in zip(shapes, values) {
        let residual = value - floor - amplitude * shape
        error += residual * residual
      }
      let difference = shape(end) - shape(end + steps)
      squaredError = error
      gain = amplitude * difference
      gainVariance = difference * difference / squares
    }
  }
}
