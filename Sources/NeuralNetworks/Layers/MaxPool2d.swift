import Tensors

/// The largest number in each window of an image.
///
/// Shapes: input and output `[..., height, width]`, the output with
/// `⌊(extent + 2 padding − kernel) / stride⌋ + 1` along both; pixels that fill no whole window are left out.
public final class MaxPool2d: Module {
  public let kernel: Extent2d
  public let stride: Extent2d
  /// The width of the margin around the image; what lies in it is never the largest.
  public let padding: Extent2d

  /// A layer with windows of the kernel's size.
  ///
  /// - Parameters:
  ///   - kernel: the size of a window.
  ///   - stride: how far windows lie apart; as far as they are wide unless it is given.
  ///   - padding: the width of the margin around the image.
  public init(kernel: Extent2d, stride: Extent2d? = nil, padding: Extent2d = 0) {
    self.kernel = kernel
    self.stride = stride ?? kernel
    self.padding = padding
  }

  public var configuration: String {
    "kernel: \(kernel)" + (stride == kernel ? "" : ", stride: \(stride)")
      + (padding == 0 ? "" : ", padding: \(padding)")
  }

  public func forward(_ input: Tensor) -> Tensor {
    input.maxPooled(kernel: kernel, stride: stride, padding: padding)
  }
}
