import Tensors

/// An affine map: `y = x Wᵀ + b`.
///
/// Shapes: input `[..., inputs]`, output `[..., outputs]`, weight `[outputs, inputs]`, bias `[outputs]`.
/// Weights and biases start evenly drawn from ±1/√inputs, as PyTorch's do.
public final class Linear: Module {
  @Parameter public var weight: Tensor
  public let bias: Parameter?

  /// A layer with random weights.
  ///
  /// - Precondition: at least one input and one output.
  public init(inputs: Int, outputs: Int, bias: Bool = true, using random: inout RandomSource) {
    require(inputs > 0 && outputs > 0, "a linear layer from \(inputs) inputs to \(outputs) outputs")
    _weight = Parameter(.kaimingUniform([outputs, inputs], fanIn: inputs, using: &random))
    self.bias = bias ? Parameter(.kaimingUniform([outputs], fanIn: inputs, using: &random)) : nil
  }

  public var configuration: String {
    "inputs: \(weight.shape[1]), outputs: \(weight.shape[0])" + (bias == nil ? ", bias: false" : "")
  }

  public func forward(_ input: Tensor) -> Tensor {
    input.affine(weight: weight, bias: bias?.wrappedValue)
  }
}
