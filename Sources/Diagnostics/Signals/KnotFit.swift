/// Where a curve turns from falling to rising, by two straight lines that meet in a knot.
///
/// Every inner point is tried as the knot of a continuous piecewise-linear fit by least squares with
/// slope₁ <= 0 < slope₂. The interval holds the knots whose squared error is within 3.84 σ² of the best:
/// the likelihood-ratio interval of 95 %.
struct KnotFit: Sendable, Hashable {
  let epoch: Double
  let interval: ClosedRange<Double>

  /// Fits points in the order of their epochs; `nil` where no knot turns the curve upwards.
  init?(_ points: ThinnedPoints, noise: Double) {
    let count = points.values.count
    guard count >= 4 else { return nil }
    let origin = points.epochs[0]
    let width = points.epochs[count - 1] - origin
    guard width > 0 else { return nil }
    let places = points.epochs.map { ($0 - origin) / width }
    var fits: [(index: Int, error: Double)] = []
    for index in 1..<(count - 1) {
      if let error = Self.squaredError(places, points.values, knot: places[index]) {
        fits.append((index, error))
      }
    }
    guard let best = fits.min(by: { $0.error < $1.error }) else { return nil }
    let variance = max(noise * noise, best.error / Double(max(count - 4, 1)))
    let close = fits.filter { $0.error <= best.error + 3.84 * variance }
    epoch = points.epochs[best.index]
    let first = close.first.map { points.epochs[$0.index] } ?? epoch
    let last = close.last.map { points.epochs[$0.index] } ?? epoch
    interval = first...last
  }

  /// The squared error of y = c + a x + b max(0, x - knot); `nil` unless a <= 0 < a + b.
  private static func squaredError(_ places: [Double], _ values: [Double], knot: Double) -> Double? {
    let size = Double(places.count)
    let hinges = places.map { max(0, $0 - knot) }
    let placeMean = places.reduce(0, +) / size
    let hingeMean = hinges.reduce(0, +) / size
    let valueMean = values.reduce(0, +) / size
    var xx = 0.0
    var xh = 0.0
    var hh = 0.0
    var xy = 0.0
    var hy = 0.0
    for index in places.indices {
      let x = places[index] - placeMean
      let h = hinges[index] - hingeMean
      let y = values[index] - valueMean
      xx += x * x
      xh += x * h
      hh += h * h
      xy += x * y
      hy += h * y
    }
    let determinant = xx * hh - xh * xh
    guard determinant > 1e-12 * xx * hh else { return nil }
    let slope = (xy * hh - hy * xh) / determinant
    let bend = (hy * xx - xy * xh) / determinant
    guard slope <= 0, slope + bend > 0 else { return nil }
    return places.indices.reduce(0) { sum, index in
      let fitted = valueMean + slope * (places[index] - placeMean) + bend * (hinges[index] - hingeMean)
      let residual = values[index] - fitted
      return sum + residual * residual
    }
  }
}
