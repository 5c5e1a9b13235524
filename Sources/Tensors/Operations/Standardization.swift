/// Which numbers of a matrix are brought to a common mean and variance.
package enum MatrixLines: Sendable {
  /// Each row by itself.
  case rows
  /// Each column by itself.
  case columns
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
    require(shape.rank == 2, "a matrix to standardize, not a tensor of shape \(shape)")
    let x = data
    let mean = x.lineMeans(lines) { value, _, _ in value }
    let variance = mean.withElements { mean in
      x.lineMeans(lines) { value, _, line in (value - mean[line]) * (value - mean[line]) }
    }
    let factor = variance.map { 1 / ($0 + epsilon).squareRoot() }
    let result = mean.withElements { mean in
      factor.withElements { factor in
        x.mapLines(lines) { value, _, line in (value - mean[line]) * factor[line] }
      }
    }
    let output = Tensor(result, from: self) { upstream, inputs in
      inputs.receive(0) { result.standardizationGradient(upstream, lines, factor: factor) }
    }
    return Standardization(output: output, mean: mean, variance: variance)
  }
}

extension TensorData {
  /// The gradient of what these standardized numbers were made from: `f (g − mean g − y · mean(g y))`.
  fileprivate func standardizationGradient(
    _ upstream: TensorData, _ lines: MatrixLines, factor: TensorData
  ) -> TensorData {
    withElements { result in
      let shares = upstream.lineMeans(lines) { value, _, _ in value }
      let slopes = upstream.lineMeans(lines) { value, place, _ in value * result[place] }
      return shares.withElements { shares in
        slopes.withElements { slopes in
          factor.withElements { factor in
            upstream.mapLines(lines) { value, place, line in
              factor[line] * (value - shares[line] - result[place] * slopes[line])
            }
          }
        }
      }
    }
  }

  /// The mean over each line of a function of a number, its place and its line; added up in double precision.
  @inline(__always)
  fileprivate func lineMeans(_ lines: MatrixLines, _ term: (Float, Int, Int) -> Float) -> TensorData {
    let (rows, columns) = (shape[0], shape[1])
    let (count, size) = lines == .rows ? (rows, columns) : (columns, rows)
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { sums in
      sums.initialize(repeating: 0)
      withElements { source in
        for row in 0..<rows {
          let start = row * columns
          switch lines {
          case .rows:
            // Four sums side by side wait less on one another.
            var parts = (0.0, 0.0, 0.0, 0.0)
            var place = start
            while place + 4 <= start + columns {
              parts.0 += Double(term(source[place], place, row))
              parts.1 += Double(term(source[place + 1], place + 1, row))
              parts.2 += Double(term(source[place + 2], place + 2, row))
              parts.3 += Double(term(source[place + 3], place + 3, row))
              place += 4
            }
            while place < start + columns {
              parts.0 += Double(term(source[place], place, row))
              place += 1
            }
            sums[row] = (parts.0 + parts.1) + (parts.2 + parts.3)
          case .columns:
            var column = 0
            while column < columns {
              sums[column] += Double(term(source[start + column], start + column, column))
              column += 1
            }
          }
        }
      }
      return TensorData(shape: [count]) { target in
        for line in 0..<count { target.initializeElement(at: line, to: Float(sums[line] / Double(size))) }
      }
    }
  }

  /// A function of every number, its place and its line.
  @inline(__always)
  fileprivate func mapLines(_ lines: MatrixLines, _ transform: (Float, Int, Int) -> Float) -> TensorData {
    let (rows, columns) = (shape[0], shape[1])
    return TensorData(shape: shape) { target in
      withElements { source in
        for row in 0..<rows {
          let start = row * columns
          var column = 0
          switch lines {
          case .rows:
            while column < columns {
              target[start + column] = transform(source[start + column], start + column, row)
              column += 1
            }
          case .columns:
            while column < columns {
              target[start + column] = transform(source[start + column], start + column, column)
              column += 1
            }
          }
        }
      }
    }
  }
}
