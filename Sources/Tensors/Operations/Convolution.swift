import Dispatch

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
///
/// The batch is cut into pieces by its size alone, whoever computes them, so that the number of threads changes no bit
/// of a result.
private struct Convolution {
  let grid: WindowGrid
  let batch: Int
  let channels: Int
  let outputs: Int

  private static let smallestPiece = 8
  private static let mostPieces = 8

  /// The numbers in a window, and in an image.
  var windowSize: Int { channels * grid.kernel.area }
  var imageSize: Int { channels * grid.input.area }
  var windowCount: Int { grid.output.area }
  /// The numbers in an image of the output.
  var outputSize: Int { outputs * windowCount }

  /// Whether the windows are the pixels, so that nothing needs to be gathered.
  var windowsArePixels: Bool {
    grid.kernel == 1 && grid.stride == 1 && grid.padding == 0
  }

  func output(_ x: TensorData, _ w: TensorData, _ bias: TensorData?) -> TensorData {
    let starts = bias?.elements ?? [Float](repeating: 0, count: outputs)
    return TensorData(shape: [batch, outputs, grid.output.height, grid.output.width]) { target in
      w.withElements { weight in
        x.withElements { x in
          guard let target = target.baseAddress, let weight = weight.baseAddress, let x = x.baseAddress
          else { return }
          forEachPiece { _, images in
            forEachImage(images, of: x) { index, columns in
              let target = target + index * outputSize
              for (o, start) in starts.enumerated() {
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
    }
  }

  /// The gradient of the weight: the sum of those that the pieces of the batch give.
  func weightGradient(_ upstream: TensorData, _ x: TensorData) -> TensorData {
    let size = outputs * windowSize
    var shares = TensorData(repeating: 0, shape: [pieceCount, size])
    shares.withMutableElements { shares in
      upstream.withElements { upstream in
        x.withElements { x in
          guard let shares = shares.baseAddress, let upstream = upstream.baseAddress,
            let x = x.baseAddress
          else { return }
          forEachPiece { piece, images in
            forEachImage(images, of: x) { index, columns in
              MatrixProduct.multiply(
                m: outputs, n: windowSize, k: windowCount,
                MatrixView(
                  pointer: upstream + index * outputSize, isTransposed: false, rowStride: windowCount),
                MatrixView(pointer: columns, isTransposed: true, rowStride: windowCount),
                addingTo: shares + piece * size)
            }
          }
        }
      }
    }
    return shares.sum(axis: 0).reshaped(to: [outputs, channels, grid.kernel.height, grid.kernel.width])
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
          forEachPiece { _, images in
            withColumns { columns in
              for index in images {
                columns.update(repeating: 0, count: windowSize * windowCount)
                MatrixProduct.multiply(
                  m: windowSize, n: windowCount, k: outputs,
                  MatrixView(pointer: weight, isTransposed: true, rowStride: windowSize),
                  MatrixView(
                    pointer: upstream + index * outputSize, isTransposed: false, rowStride: windowCount),
                  addingTo: columns)
                grid.scatter(columns, channels: channels, addingTo: target + index * imageSize)
              }
            }
          }
        }
      }
    }
    return gradient
  }

  private var imagesInPiece: Int {
    max(Self.smallestPiece, (batch + Self.mostPieces - 1) / Self.mostPieces)
  }

  private var pieceCount: Int { (batch + imagesInPiece - 1) / imagesInPiece }

  /// Calls a function with the number and the images of each piece of the batch, on several threads where that is asked
  /// for.
  private func forEachPiece(_ body: (_ piece: Int, _ images: Range<Int>) -> Void) {
    let threads = min(ComputeThreads.count, pieceCount)
    guard threads > 1 else { return (0..<pieceCount).forEach { body($0, images(of: $0)) } }
    withoutActuallyEscaping(body) { body in
      // Safe, as each piece writes to memory of its own, and all are done at the end.
      nonisolated(unsafe) let body = body
      DispatchQueue.concurrentPerform(iterations: threads) { thread in
        // The images have the threads: their products take no more.
        ComputeThreads.with(1) {
          for piece in stride(from: thread, to: pieceCount, by: threads) { body(piece, images(of: piece)) }
        }
      }
    }
  }

  private func images(of piece: Int) -> Range<Int> {
    (piece * imagesInPiece)..<min((piece + 1) * imagesInPiece, batch)
  }

  /// Calls a function with the windows of each of some images as columns.
  private func forEachImage(
    _ range: Range<Int>, of images: UnsafePointer<Float>,
    _ body: (_ index: Int, _ columns: UnsafePointer<Float>) -> Void
  ) {
    if windowsArePixels {
      for index in range { body(index, images + index * imageSize) }
      return
    }
    withColumns { columns in
      for index in range {
        grid.gather(images + index * imageSize, channels: channels, to: columns)
        body(index, columns)
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
