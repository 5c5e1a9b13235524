import Tensors

/// In training, sets each number to 0 with a probability and divides the others by the rest, so that the
/// expectation stays; in evaluation, lets everything pass (Srivastava et al. 2014). Any shape.
///
/// Where its random numbers stand belongs to the network's state, so that a resumed run drops the same.
public final class Dropout: Module {
  /// The probability that a number is dropped.
  public let probability: Float
  public let random: RandomStream
  public private(set) var mode: Mode? = .training

  /// A layer with random numbers of its own, split from a source.
  ///
  /// - Precondition: a probability from 0 to 1.
  public init(_ probability: Float = 0.5, using random: inout RandomSource) {
    require((0...1).contains(probability), "a probability of dropout from 0 to 1, not \(probability)")
    self.probability = probability
    self.random = RandomStream(random.split())
  }

  public func setMode(_ mode: Mode) {
    self.mode = mode
  }

  public var configuration: String { "\(probability)" }

  public func forward(_ input: Tensor) -> Tensor {
    guard mode == .training, probability > 0 else { return input }
    return input * Tensor(mask(input.shape))
  }

  /// 0 where a number is dropped, elsewhere what makes up for the dropped ones.
  private func mask(_ shape: Shape) -> TensorData {
    let kept = probability < 1 ? 1 / (1 - probability) : 0
    var source = random.source
    defer { random.source = source }
    return TensorData(shape: shape) { target in
      for i in target.indices {
        target.initializeElement(at: i, to: source.uniform() < probability ? 0 : kept)
      }
    }
  }
}
