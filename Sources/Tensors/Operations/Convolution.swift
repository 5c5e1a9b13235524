extension Tensor {
  /// The cross-correlation of images with kernels, which is what networks call a convolution:
  /// `y[o, i, j] = b[o] + Σ w[o, c, u, v] · x[c, i · stride + u − padding, j · stride + v − padding]`.
  ///
  /// Shapes: this tensor `[batch, channels, height, width]`, `weight`
  /// `[outputs, channels, kernel height, kernel width]`, `bias` `[outputs]`; the result
  /// `[batch, outputs, height, width]` with `⌊(extent + 2 padding − kernel) / stride⌋ + 1` along height and width.
  ///
  /// Each image's windows become the columns of a matrix, and the convolution a matrix product
  /// (Chellapilla, Puri and Simard 2006).
  ///
  /// - Precondition: the shapes agree, and the kernel fits the image with its margin.
  public func convolved(
    with weight: Tensor, bias: Tensor? = nil, stride: Extent2d = 1, padding: Extent2d = 0
  ) -> Tensor {
    require(
      shape.rank == 4 && weight.shape.rank == 4 && shape[1] == weight.shape[1],
      "a convolution of shape \(shape) with a weight of shape \(weight.shape); expected "
        + "[batch, channels, height, width] and [outputs, channels, height, width]")
    require(
      bias.map { $0.shape == [weight.shape[0]] } ?? true,
      "a bias of shape \(bias?.shape ?? []) for \(weight.shape[0]) outputs")
    let kernel = Extent2d(height: weight.shape[2], width: weight.shape[3])
    let convolution = Convolution(
      grid: WindowGrid(shape, kernel: kernel, stride: stride, padding: padding),
      batch: shape[0], channels: shape[1], outputs: weight.shape[0])
    let (x, w) = (data, weight.data)
    let sources = bias.map { [self, weight, $0] } ?? [self, weight]
    return Tensor(convolution.output(x, w, bias?.data), from: sources) { upstream, inputs in
      inputs.receive(0) { convolution.inputGradient(upstream, w) }
      inputs.receive(1) { convolution.weightGradient(upstream, x) }
      if inputs.count > 2 { inputs.receive(2) { upstream.sum(axis: 3).sum(axis: 2).sum(axis: 0) } }
    }
  }
}

/// The sizes of a convolution, and its products: one for each image of the batch.
private struct Convolution {
  let grid: WindowGrid
  let batch: Int
  let channels: Int
  let outputs: Int

  /// The numbers in a window, and in an image.
  var windowSize: Int { channels * grid.kernel.area }
  var imageSize: Int { channels * grid.input.area }
  var windowCount: Int { grid.output.area }

  /// Whether the windows are the pixels, so that nothing needs to be gathered.
  var windowsArePixels: Bool {
    grid.kernel == 1 && grid.stride == 1 && grid.padding == 0
  }

  func output(_ x: TensorData, _ w: TensorData, _ bias: TensorData?) -> TensorData {
    TensorData(shape: [batch, outputs, grid.output.height, grid.output.width]) { target in
      w.withElements { weight in
        guard let target = target.baseAddress, let weight = weight.baseAddress else { return }
        forEachImage(x) { index, columns in
          let target = target + index * outputs * windowCount
          for o in 0..<outputs {
            let start = bias?.withElements { $0[o] } ?? 0
            (target + o * windowCount).initialize(repeating: start, count: windowCount)
          }
          MatrixProduct.multiply(
            m: outputs, n: windowCount, k: windowSize,
            MatrixView(pointer: weight, isTransposed: false, rowStride: windowSize),
            MatrixView(pointer: columns, isTransposed: false, rowStride: windowCount),
            addingTo: target)
        }
      }
    }
  }

  func weightGradient(_ upstream: TensorData, _ x: TensorData) -> TensorData {
    var gradient = TensorData(
      repeating: 0, shape: [outputs, channels, grid.kernel.height, grid.kernel.width])
    gradient.withMutableElements { target in
      upstream.withElements { upstream in
        guard let target = target.baseAddress, let upstream = upstream.baseAddress else { return }
        forEachImage(x) { index, columns in
          MatrixProduct.multiply(
            m: outputs, n: windowSize, k: windowCount,
            MatrixView(
              pointer: upstream + index * outputs * windowCount, isTransposed: false, rowStride: windowCount),
            MatrixView(pointer: columns, isTransposed: true, rowStride: windowCount),
            addingTo: target)
        }
      }
    }
    return gradient
  }

  func inputGradient(_ upstream: TensorData, _ w: TensorData) -> TensorData {
    var gradient = TensorData(
      repeating: 0, shape: [batch, channels, grid.input.height, grid.input.width])
    gradient.withMutableElements { target in
      upstream.withElements { upstream in
        w.withElements { weight in
          guard let target = target.baseAddress, let upstream = upstream.baseAddress,
            let weight = weight.baseAddress
          else { return }
          withColumns { columns in
            for index in 0..<batch {
              columns.update(repeating: 0, count: windowSize * windowCount)
              MatrixProduct.multiply(
                m: windowSize, n: windowCount, k: outputs,
                MatrixView(pointer: weight, isTransposed: true, rowStride: windowSize),
                MatrixView(
                  pointer: upstream + index * outputs * windowCount, isTransposed: false,
                  rowStride: windowCount),
                addingTo: columns)
              grid.scatter(columns, channels: channels, addingTo: target + index * imageSize)
            }
          }
        }
      }
    }
    return gradient
  }

  /// Calls a function with the windows of each image as columns.
  private func forEachImage(_ x: TensorData, _ body: (_ index: Int, _ columns: UnsafePointer<Float>) -> Void)
  {
    x.withElements { images in
      guard let images = images.baseAddress else { return }
      if windowsArePixels {
        for index in 0..<batch { body(index, images + index * imageSize) }
        return
      }
      withColumns { columns in
        for index in 0..<batch {
          grid.gather(images + index * imageSize, channels: channels, to: columns)
          body(index, columns)
        }
      }
    }
  }

  /// Memory for the columns of one image.
  private func withColumns(_ body: (UnsafeMutablePointer<Float>) -> Void) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: windowSize * windowCount) { memory in
      memory.initialize(repeating: 0)
      if let columns = memory.baseAddress { body(columns) }
    }
  }
}
