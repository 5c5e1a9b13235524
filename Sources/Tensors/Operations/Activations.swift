#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Tensor {
  /// The rectified linear unit: `max(x, 0)`, with gradient 0 at 0 (Nair and Hinton 2010).
  public func relu() -> Tensor {
    let result = data.map { $0 > 0 || $0.isNaN ? $0 : 0 }
    return Tensor(result, from: self) { upstream, inputs in
      inputs.receive(0) { upstream.zip(result) { $1 <= 0 ? 0 : $0 } }
    }
  }

  /// `x` where it is above 0, `slope · x` elsewhere (Maas, Hannun and Ng 2013).
  public func leakyReLU(slope: Float = 0.01) -> Tensor {
    let data = data
    return Tensor(data.map { $0 > 0 ? $0 : slope * $0 }, from: self) { upstream, inputs in
      inputs.receive(0) { upstream.zip(data) { $1 > 0 ? $0 : slope * $0 } }
    }
  }

  /// The Gaussian error linear unit: `x · Φ(x)`, with the exact normal distribution function
  /// (Hendrycks and Gimpel 2016).
  public func gelu() -> Tensor {
    let data = data
    let shares = data.map(normalDistribution)
    return Tensor(data.zip(shares) { $0 * $1 }, from: self) { upstream, inputs in
      inputs.receive(0) {
        let slopes = data.zip(shares) { x, share in
          share + x * exponential(-x * x / 2) * (1 / (2 * Float.pi).squareRoot())
        }
        return upstream.zip(slopes) { $0 * $1 }
      }
    }
  }

  /// The hyperbolic tangent.
  public func tanh() -> Tensor {
    let result = data.map { hyperbolicTangent($0) }
    return Tensor(result, from: self, producer: .tanh) { upstream, inputs in
      inputs.receive(0) { upstream.zip(result) { $0 * (1 - $1 * $1) } }
    }
  }

  /// The logistic function `1 / (1 + e⁻ˣ)`.
  public func sigmoid() -> Tensor {
    let result = data.map { logistic($0) }
    return Tensor(result, from: self, producer: .sigmoid) { upstream, inputs in
      inputs.receive(0) { upstream.zip(result) { $0 * $1 * (1 - $1) } }
    }
  }

  /// `eˣ` divided by the sum of `eˣ` along an axis: shares that add up to 1.
  public func softmax(along axis: Int = -1) -> Tensor {
    let axis = shape.axis(axis)
    let result = data.logSoftmax(axis: axis).exponentials()
    return Tensor(result, from: self, producer: .softmax) { upstream, inputs in
      inputs.receive(0) {
        let weighted = upstream.zip(result) { $0 * $1 }
        let sums = weighted.sum(axis: axis).reshaped(to: result.shape.replacing(axis: axis, with: 1))
        return upstream.zipStretched(sums) { $0 - $1 }.zip(result) { $0 * $1 }
      }
    }
  }

  /// The logarithm of ``softmax(along:)``, without its rounding: `x − log Σ eˣ`.
  public func logSoftmax(along axis: Int = -1) -> Tensor {
    let axis = shape.axis(axis)
    let result = data.logSoftmax(axis: axis)
    return Tensor(result, from: self, producer: .logSoftmax) { upstream, inputs in
      inputs.receive(0) {
        let sums = upstream.sum(axis: axis).reshaped(to: result.shape.replacing(axis: axis, with: 1))
        return upstream.zip(result.exponentials().zipStretched(sums) { $0 * $1 }) { $0 - $1 }
      }
    }
  }
}

/// The share of a normal distribution that lies below a number.
private func normalDistribution(_ x: Float) -> Float {
  0.5 * erfcf(-x * Float(0.5).squareRoot())
}

extension TensorData {
  /// `x − log Σ eˣ` along an axis, shifted by the largest number so that nothing overflows.
  package func logSoftmax(axis: Int) -> TensorData {
    let view = AxisView(shape, axis: axis)
    return TensorData(shape: shape) { target in
      withElements { source in
        guard let source = source.baseAddress, let target = target.baseAddress else { return }
        for block in 0..<view.outer {
          let start = block * view.extent * view.inner
          if view.inner == 1 {
            Self.logSoftmax(of: source + start, count: view.extent, to: target + start)
            continue
          }
          for column in start..<(start + view.inner) {
            let end = column + view.extent * view.inner
            var largest = -Float.infinity
            for i in stride(from: column, to: end, by: view.inner) { largest = max(largest, source[i]) }
            var sum = 0.0
            for i in stride(from: column, to: end, by: view.inner) {
              sum += Double(exponential(source[i] - largest))
            }
            // One after the other: a large number would swallow the logarithm's digits.
            let logarithm = logf(Float(sum))
            for i in stride(from: column, to: end, by: view.inner) {
              target[i] = source[i] - largest - logarithm
            }
          }
        }
      }
    }
  }

  /// The same for numbers that lie side by side.
  private static func logSoftmax(
    of source: UnsafePointer<Float>, count: Int, to target: UnsafeMutablePointer<Float>
  ) {
    let largest = largest(source, count: count)
    var i = 0
    while i < count {
      target[i] = exponential(source[i] - largest)
      i += 1
    }
    let logarithm = logf(sum(target, count: count))
    i = 0
    while i < count {
      target[i] = source[i] - largest - logarithm
      i += 1
    }
  }
}
