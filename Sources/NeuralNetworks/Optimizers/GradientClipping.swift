import Tensors

/// A limit for gradients, against steps that leap away.
///
/// ```swift
/// loss.backward()
/// GradientClipping.norm(1).clip(optimizer.parameters)
/// optimizer.step()
/// ```
public enum GradientClipping: Sendable, Hashable {
  /// All gradients together are scaled down to a Euclidean norm (Pascanu, Mikolov and Bengio 2013).
  case norm(Float)
  /// Each number is brought between minus the limit and the limit.
  case value(Float)

  /// Clips the gradients of parameters; those without one are passed over.
  ///
  /// Scaling multiplies by `limit / (norm + 10⁻⁶)` where that is below 1, as PyTorch does.
  /// - Returns: the Euclidean norm of all gradients before.
  /// - Precondition: a limit of at least 0.
  @discardableResult
  public func clip(_ parameters: [Parameter]) -> Float {
    let norm = parameters.gradientNorm
    switch self {
    case .norm(let limit):
      require(limit >= 0, "gradients clipped to a negative norm \(limit)")
      let factor = limit / (norm + 1e-6)
      // Not `factor < 1`: a norm that is no number has to show in the gradients.
      if !(factor >= 1) {
        for parameter in parameters { parameter.gradientData?.scale(by: factor) }
      }
    case .value(let limit):
      require(limit >= 0, "gradients clipped to a negative value \(limit)")
      for parameter in parameters { parameter.gradientData?.clamp(to: limit) }
    }
    return norm
  }
}

extension Collection where Element == Parameter {
  /// The Euclidean norm of all gradients together.
  public var gradientNorm: Float {
    Float(reduce(0) { $0 + ($1.gradientData?.squaredNorm ?? 0) }.squareRoot())
  }
}

extension TensorData {
  /// Brings each number between minus the limit and the limit.
  fileprivate mutating func clamp(to limit: Float) {
    withMutableElements { elements in
      for i in elements.indices {
        if elements[i] > limit {
          elements[i] = limit
        } else if elements[i] < -limit {
          elements[i] = -limit
        }
      }
    }
  }
}
