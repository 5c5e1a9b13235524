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
    let sums = Sums(places, points.values)
    var fits: [(index: Int, error: Double)] = []
    fits.reserveCapacity(count)
    for index in 1..<(count - 1) {
      if let error = sums.squaredError(knot: index) { fits.append((index, error)) }
    }
    guard let best = fits.min(by: { $0.error < $1.error }) else { return nil }
    let variance = max(noise * noise, best.error / Double(max(count - 4, 1)))
    let close = fits.filter { $0.error <= best.error + 3.84 * variance }
    epoch = points.epochs[best.index]
    let first = close.first.map { points.epochs[$0.index] } ?? epoch
    let last = close.last.map { points.epochs[$0.index] } ?? epoch
    interval = first...last
  }

  /// The sums over the points after each knot, from which every fit follows without another pass.
  private struct Sums {
    private struct Tail {
      var count = 0.0
      var x = 0.0
      var xx = 0.0
      var y = 0.0
      var xy = 0.0
    }

    private let places: [Double]
    private let tails: [Tail]
    private let total: Tail
    private let yy: Double

    /// Takes places and values about their means, so that the sums lose no digits.
    init(_ places: [Double], _ values: [Double]) {
      let placeMean = places.mean()
      let valueMean = values.mean()
      self.places = places.map { $0 - placeMean }
      var tail = Tail()
      var tails = [Tail](repeating: tail, count: places.count)
      var squares = 0.0
      for index in places.indices.reversed() {
        tails[index] = tail
        let x = self.places[index]
        let y = values[index] - valueMean
        tail.count += 1
        tail.x += x
        tail.xx += x * x
        tail.y += y
        tail.xy += x * y
        squares += y * y
      }
      self.tails = tails
      total = tail
      yy = squares
    }

    /// The squared error of y = c + a x + b max(0, x - knot); `nil` unless a <= 0 < a + b.
    func squaredError(knot index: Int) -> Double? {
      let knot = places[index]
      let tail = tails[index]
      // The hinge is x - knot after the knot and 0 before it; h is it about its mean.
      let hingeSum = tail.x - tail.count * knot
      let hh =
        tail.xx - 2 * knot * tail.x + tail.count * knot * knot - hingeSum * hingeSum / total.count
      let xh = tail.xx - knot * tail.x
      let hy = tail.xy - knot * tail.y
      let determinant = total.xx * hh - xh * xh
      guard determinant > 1e-12 * total.xx * hh else { return nil }
      let slope = (total.xy * hh - hy * xh) / determinant
      let bend = (hy * total.xx - total.xy * xh) / determinant
      guard slope <= 0, slope + bend > 0 else { return nil }
      // Rounding leaves a trace of the spread in the error of a perfect fit.
      return max(yy - slope * total.xy - bend * hy, 1e-14 * yy)
    }
  }
}
