/// Which numbers of a matrix are brought to a common mean and variance.
package enum MatrixLines: Sendable {
  /// Each row by itself.
  case rows
  /// Each column by itself.
  case columns

  @inline(__always)
  fileprivate func index(row: Int, column: Int) -> Int {
    self == .rows ? row : column
  }
}

/// A matrix whose rows or columns have been brought to mean 0 and variance 1, and what they had before.
package struct Standardization {
  package let output: Tensor
  /// The mean of each line.
  package let mean: TensorData
  /// The mean squared distance from the mean, of each line.
  package let variance: TensorData
}

extension Tensor {
  /// Each row or column of a matrix less its mean, divided by its deviation: `(x − μ) / √(σ² + ε)`.
  ///
  /// - Precondition: a matrix.
  package func standardized(_ lines: MatrixLines, epsilon: Float) -> Standardization {
    precondition(shape.rank == 2, "a matrix to standardize, not a tensor of shape \(shape)")
    let x = data
    let size = Double(lines == .rows ? shape[1] : shape[0])
    let means = x.sums(lines) { value, _, _ in Double(value) }.map { $0 / size }
    let variances = x.sums(lines) { value, _, line in
      let distance = Double(value) - means[line]
      return distance * distance
    }.map { $0 / size }
    let factors = variances.map { Float(1 / ($0 + Double(epsilon)).squareRoot()) }
    let result = x.mapLines(lines) { value, _, line in (value - Float(means[line])) * factors[line] }
    let output = Tensor(result, from: self) { upstream, inputs in
      inputs.receive(0) {
        result.withElements { result in
          let shares = upstream.sums(lines) { value, _, _ in Double(value) }.map { Float($0 / size) }
          let slopes = upstream.sums(lines) { value, place, _ in Double(value) * Double(result[place]) }
            .map { Float($0 / size) }
          return upstream.mapLines(lines) { value, place, line in
            factors[line] * (value - shares[line] - result[place] * slopes[line])
          }
        }
      }
    }
    let count: Shape = [means.count]
    return Standardization(
      output: output, mean: TensorData(means.map { Float($0) }, shape: count),
      variance: TensorData(variances.map { Float($0) }, shape: count))
  }
}

extension TensorData {
  /// The sum over each line of a function of a number, its place and its line.
  @inline(__always)
  fileprivate func sums(_ lines: MatrixLines, _ term: (Float, Int, Int) -> Double) -> [Double] {
    let (rows, columns) = (shape[0], shape[1])
    var sums = [Double](repeating: 0, count: lines == .rows ? rows : columns)
    withElements { source in
      for row in 0..<rows {
        for column in 0..<columns {
          let line = lines.index(row: row, column: column)
          let place = row * columns + column
          sums[line] += term(source[place], place, line)
        }
      }
    }
    return sums
  }

  /// A function of every number, its place and its line.
  @inline(__always)
  fileprivate func mapLines(_ lines: MatrixLines, _ transform: (Float, Int, Int) -> Float) -> TensorData {
    let (rows, columns) = (shape[0], shape[1])
    return TensorData(shape: shape) { target in
      withElements { source in
        for row in 0..<rows {
          for column in 0..<columns {
            let place = row * columns + column
            target.initializeElement(
              at: place, to: transform(source[place], place, lines.index(row: row, column: column)))
          }
        }
      }
    }
  }
}
