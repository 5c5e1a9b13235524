#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// Element by element. Operands of different shapes are stretched: aligned at their last axes, an extent of 1
// repeats to the other's, as in NumPy and PyTorch.

extension Tensor {
  public static func + (a: Tensor, b: Tensor) -> Tensor {
    let (aShape, bShape) = (a.shape, b.shape)
    return Tensor(a.data.zipStretched(b.data) { $0 + $1 }, from: a, b) { upstream, inputs in
      inputs.receive(0) { upstream.summed(to: aShape) }
      inputs.receive(1) { upstream.summed(to: bShape) }
    }
  }

  public static func - (a: Tensor, b: Tensor) -> Tensor {
    let (aShape, bShape) = (a.shape, b.shape)
    return Tensor(a.data.zipStretched(b.data) { $0 - $1 }, from: a, b) { upstream, inputs in
      inputs.receive(0) { upstream.summed(to: aShape) }
      inputs.receive(1) { upstream.summed(to: bShape).map { -$0 } }
    }
  }

  public static func * (a: Tensor, b: Tensor) -> Tensor {
    let (aData, bData) = (a.data, b.data)
    return Tensor(aData.zipStretched(bData) { $0 * $1 }, from: a, b) { upstream, inputs in
      inputs.receive(0) { upstream.zipStretched(bData) { $0 * $1 }.summed(to: aData.shape) }
      inputs.receive(1) { upstream.zipStretched(aData) { $0 * $1 }.summed(to: bData.shape) }
    }
  }

  public static func / (a: Tensor, b: Tensor) -> Tensor {
    let (aData, bData) = (a.data, b.data)
    return Tensor(aData.zipStretched(bData) { $0 / $1 }, from: a, b) { upstream, inputs in
      inputs.receive(0) { upstream.zipStretched(bData) { $0 / $1 }.summed(to: aData.shape) }
      inputs.receive(1) {
        // Divided twice: the square of a number beyond 10¹⁹ is none.
        let slope = aData.zipStretched(bData) { -$0 / $1 / $1 }
        return upstream.zip(slope) { $0 * $1 }.summed(to: bData.shape)
      }
    }
  }

  public static prefix func - (a: Tensor) -> Tensor { a * -1 }

  public static func + (a: Tensor, b: Float) -> Tensor {
    Tensor(a.data.map { $0 + b }, from: a) { upstream, inputs in inputs.receive(0) { upstream } }
  }

  public static func * (a: Tensor, b: Float) -> Tensor {
    Tensor(a.data.map { $0 * b }, from: a) { upstream, inputs in
      inputs.receive(0) { upstream.map { $0 * b } }
    }
  }

  public static func - (a: Tensor, b: Float) -> Tensor { a + -b }
  public static func / (a: Tensor, b: Float) -> Tensor {
    Tensor(a.data.map { $0 / b }, from: a) { upstream, inputs in
      inputs.receive(0) { upstream.map { $0 / b } }
    }
  }
  public static func + (a: Float, b: Tensor) -> Tensor { b + a }
  public static func * (a: Float, b: Tensor) -> Tensor { b * a }
  public static func - (a: Float, b: Tensor) -> Tensor { -b + a }
  public static func / (a: Float, b: Tensor) -> Tensor { Tensor(a) / b }

  public static func += (a: inout Tensor, b: Tensor) { a = a + b }
  public static func -= (a: inout Tensor, b: Tensor) { a = a - b }
  public static func *= (a: inout Tensor, b: Tensor) { a = a * b }
  public static func /= (a: inout Tensor, b: Tensor) { a = a / b }

  /// Each number to a power; to the power of 0 it is 1 everywhere, with the gradient 0.
  public func power(_ exponent: Float) -> Tensor {
    let data = data
    return Tensor(data.map { pow($0, exponent) }, from: self) { upstream, inputs in
      inputs.receive(0) {
        // By the rule for other powers it would be 0 · 0⁻¹ at 0, which is no number.
        exponent == 0
          ? TensorData(repeating: 0, shape: data.shape)
          : upstream.zip(data) { $0 * exponent * pow($1, exponent - 1) }
      }
    }
  }

  /// The larger of each pair of numbers; where both are equal each gets half of the gradient.
  public func maximum(_ other: Tensor) -> Tensor {
    choosing(other, isBetter: >)
  }

  /// The smaller of each pair of numbers; where both are equal each gets half of the gradient.
  public func minimum(_ other: Tensor) -> Tensor {
    choosing(other, isBetter: <)
  }

  private func choosing(_ other: Tensor, isBetter: @escaping (Float, Float) -> Bool) -> Tensor {
    let (a, b) = (data, other.data)
    let share: (Float, Float) -> Float = { $0 == $1 ? 0.5 : isBetter($1, $0) ? 0 : 1 }
    let better = a.zipStretched(b) { $0.isNaN || isBetter($0, $1) ? $0 : $1 }
    return Tensor(better, from: self, other) { upstream, inputs in
      inputs.receive(0) { upstream.zip(a.zipStretched(b, share)) { $0 * $1 }.summed(to: a.shape) }
      inputs.receive(1) { upstream.zip(b.zipStretched(a, share)) { $0 * $1 }.summed(to: b.shape) }
    }
  }
}
