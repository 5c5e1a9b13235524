/// What a falling curve may be expected to gain by going on.
///
/// Curves y = c + a f(x) are fitted by least squares to the last four fifths of the values, f being a power
/// (x + b)^-α or an exponential exp(-x/τ) on a grid of b, α and τ. They are mixed by their likelihood; the
/// interval holds 80 %, from the spread between the curves, the standard error of each and 65 % of the gain, since no
/// real curve follows any of them: of 207 trained runs that were cut at two thirds of their epochs, that many then
/// gained what it holds.
struct Extrapolation: Sendable, Hashable {
  /// The fall that is expected, in the unit of the values.
  let gain: Double
  /// The falls that 80 % confidence allows; never below zero.
  let interval: ClosedRange<Double>

  /// How far the bounds of the interval lie apart, in standard deviations of a normal distribution.
  static let widthOfInterval = 2.563

  /// Extrapolates equally spaced values by `steps` more; `nil` for fewer than five or where nothing falls.
  init?(_ values: [Double], steps: Double, noise: Double) {
    let count = values.count
    guard count >= 5, steps > 0 else { return nil }
    let start = count / 5
    let length = Double(count)
    let places = (start..<count).map { Double($0 + 1) } + [length, length + steps]
    let fitted = Array(values[start...])
    let fits = FallingShapes.values(at: places, length: length).map { ShapeFits($0, to: fitted) }
    let best = fits.map { $0.squaredErrors.min() }.min() ?? .infinity
    guard best < .infinity else { return nil }
    let variance = max(
      best / Double(max(fitted.count - 3, 1)), noise * noise, Double.leastNormalMagnitude)
    let candidates = fits.flatMap { $0.candidates(best: best, variance: variance) }
    let total = candidates.reduce(0) { $0 + $1.weight }
    let mean = candidates.reduce(0) { $0 + $1.weight / total * $1.gain }
    let spread = candidates.reduce(0) { sum, fit in
      let error = fit.gain - mean
      return sum + fit.weight / total * (error * error + variance * fit.gainVariance)
    }
    let misfit = 0.65 * mean
    let reach = 1.2816 * (spread + misfit * misfit).squareRoot()
    gain = mean
    interval = max(0, mean - reach)...(mean + reach)
  }
}

/// One fitted curve with its likelihood beside that of the best.
private struct Candidate {
  let weight: Double
  let gain: Double
  let gainVariance: Double
}

extension ShapeFits {
  /// The falling curves of which the likelihood is no smaller than can be told from none.
  fileprivate func candidates(best: Double, variance: Double) -> [Candidate] {
    Lanes.zero.indices.compactMap { lane in
      // Beyond this many nepers a weight is lost beside that of the best.
      let nepers = (squaredErrors[lane] - best) / (2 * variance)
      guard nepers < 50 else { return nil }
      return Candidate(
        weight: (-nepers).exponential, gain: gains[lane], gainVariance: gainVariances[lane])
    }
  }
}
