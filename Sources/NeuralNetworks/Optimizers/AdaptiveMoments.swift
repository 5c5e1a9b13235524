import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The running mean and the running mean square of a parameter's gradients, by which Adam and AdamW step.
struct AdaptiveMoments {
  var mean: TensorData
  var meanSquare: TensorData
  /// How many gradients they have seen.
  var count: Int

  /// Moments before the first gradient.
  init(shape: Shape) {
    self.init(
      mean: TensorData(repeating: 0, shape: shape), meanSquare: TensorData(repeating: 0, shape: shape),
      count: 0)
  }

  init(mean: TensorData, meanSquare: TensorData, count: Int) {
    self.mean = mean
    self.meanSquare = meanSquare
    self.count = count
  }

  /// Takes in a gradient and moves the values along the moments, both freed of their start at 0:
  /// `θ ← θ − η m̂ / (√v̂ + ε)`.
  ///
  /// - Parameter decay: added to the gradient, in proportion to the values.
  mutating func step(
    _ values: inout TensorData, along gradient: TensorData, learningRate: Float, betas: (Float, Float),
    epsilon: Float, decay: Float
  ) {
    count += 1
    let correction = (1 - pow(Double(betas.0), Double(count)), 1 - pow(Double(betas.1), Double(count)))
    // Numerator and divisor times the root of the second correction: one division for each number instead of two.
    let root = correction.1.squareRoot()
    let rate = Float(Double(learningRate) * root / correction.0)
    let floor = Float(Double(epsilon) * root)
    let (keepMean, keepSquare) = betas
    let (newMean, newSquare) = (1 - betas.0, 1 - betas.1)
    values.withMutableElements { values in
      mean.withMutableElements { mean in
        meanSquare.withMutableElements { square in
          gradient.withElements { gradient in
            guard let values = values.baseAddress, let slopes = gradient.baseAddress,
              let mean = mean.baseAddress, let square = square.baseAddress
            else { return }
            let count = gradient.count
            var i = 0
            while i < count {
              let value = values[i]
              let slope = slopes[i] + decay * value
              let newestMean = keepMean * mean[i] + newMean * slope
              let newestSquare = keepSquare * square[i] + newSquare * slope * slope
              mean[i] = newestMean
              square[i] = newestSquare
              values[i] = value - rate * newestMean / (newestSquare.squareRoot() + floor)
              i += 1
            }
          }
        }
      }
    }
  }
}
