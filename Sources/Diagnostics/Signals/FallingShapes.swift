/// Curves that fall towards zero, eight side by side, for an extrapolation to try.
enum FallingShapes {
  typealias Lanes = SIMD8<Double>

  /// The offsets b of the powers (x + b)^-α, as shares of the length of the run.
  private static let offsets = Lanes(0, 0.06, 0.125, 0.25, 0.375, 0.5, 0.75, 1)
  /// The exponents α, in quarters: all powers follow from one root.
  private static let quarters = [1, 2, 3, 4, 6, 8]

  /// The values of every shape at some places, one array for eight shapes.
  ///
  /// The last eight are the exponentials exp(-x/τ), τ being 0.1, 0.14, 0.2, 0.28, 0.4, 0.57, 0.8 and 1.6 of the length.
  static func values(at places: [Double], length: Double) -> [[Lanes]] {
    let roots = places.map { 1 / (offsets * length + $0).squareRoot().squareRoot() }
    let powers = quarters.map { quarters in roots.map { power($0, quarters) } }
    return powers + [places.map { decays($0 / length) }]
  }

  private static func power(_ root: Lanes, _ quarters: Int) -> Lanes {
    let half = root * root
    return switch quarters {
    case 1: root
    case 2: half
    case 3: half * root
    case 4: half * half
    case 6: half * half * half
    default: (half * half) * (half * half)
    }
  }

  private static func decays(_ place: Double) -> Lanes {
    // Every time constant is half of another, so that its exponential is the square.
    var decay = (-place / 1.6).exponential
    var between = (-place * 2.0.squareRoot() / 0.8).exponential
    var lanes = Lanes.zero
    for lane in 0..<5 {
      lanes[lane] = decay
      decay *= decay
    }
    for lane in 5..<8 {
      lanes[lane] = between
      between *= between
    }
    return lanes
  }
}
