#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Tensor {
  /// `eˣ` of each number.
  public func exp() -> Tensor {
    let result = data.exponentials()
    return Tensor(result, from: self) { upstream, inputs in
      inputs.receive(0) { upstream.zip(result) { $0 * $1 } }
    }
  }

  /// The natural logarithm of each number.
  public func log() -> Tensor {
    let data = data
    return Tensor(data.map { Tensor.log($0) }, from: self) { upstream, inputs in
      inputs.receive(0) { upstream.zip(data) { $0 / $1 } }
    }
  }

  /// The square root of each number.
  public func squareRoot() -> Tensor {
    let result = data.map { $0.squareRoot() }
    return Tensor(result, from: self) { upstream, inputs in
      inputs.receive(0) { upstream.zip(result) { $0 / (2 * $1) } }
    }
  }

  /// The square of each number.
  public func squared() -> Tensor {
    let data = data
    return Tensor(data.map { $0 * $0 }, from: self) { upstream, inputs in
      inputs.receive(0) { upstream.zip(data) { 2 * $0 * $1 } }
    }
  }

  /// Each number without its sign; the gradient at 0 is 0.
  public func magnitude() -> Tensor {
    let data = data
    return Tensor(data.map { $0.magnitude }, from: self) { upstream, inputs in
      inputs.receive(0) { upstream.zip(data) { $1 > 0 ? $0 : $1 < 0 ? -$0 : 0 * $1 } }
    }
  }

  // Inside the extension the C function goes by the name of the method.
  private static func log(_ x: Float) -> Float { logf(x) }
}
