import Tensors

/// The random numbers of a module, such as a dropout layer's; where they stand belongs to its state.
public final class RandomStream {
  public var source: RandomSource

  public init(_ source: RandomSource) {
    self.source = source
  }
}
