import Tensors

/// Brings the features of each sample to mean 0 and variance 1, then scales and shifts them by what is
/// learned: `y = γ (x − μ) / √(σ² + ε) + β` (Ba, Kiros and Hinton 2016).
///
/// Shapes: input and output `[..., shape]`; weight γ and bias β `shape`, the last axes, over which the mean μ
/// and the variance σ² are taken.
public final class LayerNorm: Module {
  public let shape: Shape
  /// What is added to the variance, so that nothing is divided by 0.
  public let epsilon: Float
  public let weight: Parameter?
  public let bias: Parameter?

  /// A layer that scales by 1 and shifts by 0 at first.
  ///
  /// - Parameters:
  ///   - shape: the last axes, over which the mean and the variance are taken.
  ///   - epsilon: what is added to the variance.
  ///   - affine: whether features are scaled and shifted afterwards.
  /// - Precondition: a shape with at least one axis and one element.
  public init(_ shape: Shape, epsilon: Float = 1e-5, affine: Bool = true) {
    require(shape.rank > 0 && shape.elementCount > 0, "layer normalisation over the shape \(shape)")
    self.shape = shape
    self.epsilon = epsilon
    weight = affine ? Parameter(TensorData(repeating: 1, shape: shape)) : nil
    bias = affine ? Parameter(TensorData(repeating: 0, shape: shape)) : nil
  }

  public var configuration: String { "\(shape)" + (weight == nil ? ", affine: false" : "") }

  /// - Precondition: the input ends in the layer's shape.
  public func forward(_ input: Tensor) -> Tensor {
    require(
      Shape(input.shape.suffix(shape.rank)) == shape,
      "an input of shape \(input.shape) for a layer normalisation over \(shape), which has to be its end")
    let rows = input.reshaped(to: [input.count / shape.elementCount, shape.elementCount])
    var output = rows.standardized(.rows, epsilon: epsilon).output.reshaped(to: input.shape)
    if let weight { output = output * weight.wrappedValue }
    if let bias { output = output + bias.wrappedValue }
    return output
  }
}
