import Tensors

extension TensorData {
  /// Numbers drawn evenly from ±1/√fanIn: how PyTorch starts the weights and biases of its linear and
  /// convolutional layers.
  ///
  /// It is the uniform distribution of He et al. (2015) with a negative slope of √5.
  public static func kaimingUniform(
    _ shape: Shape, fanIn: Int, using random: inout RandomSource
  ) -> TensorData {
    let bound = 1 / Float(max(fanIn, 1)).squareRoot()
    return .uniform(shape, in: -bound..<bound, using: &random)
  }
}
