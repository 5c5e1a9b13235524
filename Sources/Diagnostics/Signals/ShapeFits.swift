/// Eight curves y = c + a f(x), each fitted to the same values by least squares.
struct ShapeFits {
  typealias Lanes = FallingShapes.Lanes

  /// The squared error of each fit; infinite where the fitted curve does not fall.
  let squaredErrors: Lanes
  /// The fall that each fit promises.
  let gains: Lanes
  /// The variance of each gain for noise of variance 1.
  let gainVariances: Lanes

  /// Fits the shapes f, given at the places of the values and then at the two places between which the gain is.
  init(_ shapes: [Lanes], to values: [Double]) {
    let count = values.count
    let size = Double(count)
    var sums = Lanes.zero
    for index in 0..<count { sums += shapes[index] }
    let shapeMeans = sums / size
    let valueMean = values.mean()
    var squares = Lanes.zero
    var products = Lanes.zero
    for index in 0..<count {
      let offset = shapes[index] - shapeMeans
      squares += offset * offset
      products += offset * (values[index] - valueMean)
    }
    let falls = (squares .> 0) .& (products .> 0)
    var amplitudes = products / squares
    var floors = valueMean - amplitudes * shapeMeans
    let sunk = falls .& (floors .< 0)
    if any(sunk), values.allSatisfy({ $0 > 0 }) {
      // A positive loss has no floor below zero: the best curve that ends at zero takes its place.
      let (product, square) = Self.sums(shapes, values)
      squares.replace(with: square, where: sunk)
      amplitudes.replace(with: product / square, where: sunk)
      floors.replace(with: 0, where: sunk)
    }
    var errors = Lanes.zero
    for index in 0..<count {
      let residual = values[index] - floors - amplitudes * shapes[index]
      errors += residual * residual
    }
    let difference = shapes[count] - shapes[count + 1]
    squaredErrors = Lanes(repeating: .infinity).replacing(with: errors, where: falls)
    gains = amplitudes * difference
    gainVariances = difference * difference / squares
  }

  /// The sums that a fit through zero takes.
  private static func sums(_ shapes: [Lanes], _ values: [Double]) -> (products: Lanes, squares: Lanes) {
    var products = Lanes.zero
    var squares = Lanes.zero
    for (index, value) in values.enumerated() {
      products += shapes[index] * value
      squares += shapes[index] * shapes[index]
    }
    return (products, squares)
  }
}
