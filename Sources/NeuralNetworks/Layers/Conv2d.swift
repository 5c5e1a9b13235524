import Tensors

/// Images seen through learned kernels:
/// `y[o, i, j] = b[o] + Σ w[o, c, u, v] · x[c, i · stride + u − padding, j · stride + v − padding]`
/// (LeCun et al. 1998).
///
/// Shapes: input `[batch, input channels, height, width]`, output `[batch, output channels, height, width]` with
/// `⌊(extent + 2 padding − kernel) / stride⌋ + 1` along height and width; weight
/// `[output channels, input channels, kernel height, kernel width]`, bias `[output channels]`. Weights and biases
/// start evenly drawn from ±1/√(input channels · kernel height · kernel width), as PyTorch's do.
public final class Conv2d: Module {
  @Parameter public var weight: Tensor
  public let bias: Parameter?
  public let stride: Extent2d
  /// The width of the margin of zeros around the image.
  public let padding: Extent2d

  /// A layer with random weights.
  ///
  /// - Precondition: at least one channel on both sides, a kernel and a stride of at least 1 x 1.
  public init(
    inputChannels: Int, outputChannels: Int, kernel: Extent2d, stride: Extent2d = 1, padding: Extent2d = 0,
    bias: Bool = true, using random: inout RandomSource
  ) {
    require(
      inputChannels > 0 && outputChannels > 0 && kernel.height > 0 && kernel.width > 0,
      "a convolution from \(inputChannels) channels to \(outputChannels) with a kernel of \(kernel)")
    let fanIn = inputChannels * kernel.height * kernel.width
    _weight = Parameter(
      .kaimingUniform(
        [outputChannels, inputChannels, kernel.height, kernel.width], fanIn: fanIn, using: &random))
    self.bias = bias ? Parameter(.kaimingUniform([outputChannels], fanIn: fanIn, using: &random)) : nil
    self.stride = stride
    self.padding = padding
  }

  public var configuration: String {
    let shape = weight.shape
    var parts = [
      "inputChannels: \(shape[1])", "outputChannels: \(shape[0])",
      "kernel: \(Extent2d(height: shape[2], width: shape[3]))",
    ]
    if stride != 1 { parts.append("stride: \(stride)") }
    if padding != 0 { parts.append("padding: \(padding)") }
    if bias == nil { parts.append("bias: false") }
    return parts.joined(separator: ", ")
  }

  public func forward(_ input: Tensor) -> Tensor {
    input.convolved(with: weight, bias: bias?.wrappedValue, stride: stride, padding: padding)
  }
}
