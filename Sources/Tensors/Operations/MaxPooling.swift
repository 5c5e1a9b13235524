extension Tensor {
  /// The largest number in each window of images; the gradient goes to the first place where it stands.
  ///
  /// Shapes: this tensor `[..., height, width]`; the result has `⌊(extent + 2 padding − kernel) / stride⌋ + 1`
  /// along height and width. What lies in the margin is never the largest.
  ///
  /// - Precondition: the kernel fits the image with its margin, which is at most half of the kernel.
  public func maxPooled(kernel: Extent2d, stride: Extent2d? = nil, padding: Extent2d = 0) -> Tensor {
    require(
      2 * padding.height <= kernel.height && 2 * padding.width <= kernel.width,
      "a padding of \(padding) is more than half of the kernel of \(kernel)")
    let shape = shape
    let grid = WindowGrid(shape, kernel: kernel, stride: stride ?? kernel, padding: padding)
    let result = Shape(shape.dropLast(2) + [grid.output.height, grid.output.width])
    let (output, places) = grid.largest(data, shape: result)
    return Tensor(output, from: self) { upstream, inputs in
      inputs.receive(0) {
        var gradient = TensorData(repeating: 0, shape: shape)
        gradient.withMutableElements { target in
          upstream.withElements { source in
            for (i, place) in places.enumerated() { target[Int(place)] += source[i] }
          }
        }
        return gradient
      }
    }
  }
}

extension WindowGrid {
  /// The largest number of each window, and where the first of equal ones stands among all numbers; a number
  /// that is none is larger than any.
  fileprivate func largest(_ data: TensorData, shape: Shape) -> (values: TensorData, places: [Int32]) {
    require(data.count <= Int(Int32.max), "pooling of \(data.count) numbers, more than \(Int32.max)")
    var places: [Int32] = []
    let values = TensorData(shape: shape) { values in
      values.initialize(repeating: -.infinity)
      places = [Int32](unsafeUninitializedCapacity: values.count) { places, written in
        places.initialize(repeating: 0)
        written = values.count
        data.withElements { source in
          guard let source = source.baseAddress, var best = values.baseAddress, var place = places.baseAddress
          else { return }
          for image in 0..<(data.count / input.area) {
            for row in 0..<output.height {
              pool(row, source: source, start: image * input.area, best: best, place: place)
              best += output.width
              place += output.width
            }
          }
        }
      }
    }
    return (values, places)
  }

  /// Pools a row of windows of the image that begins at `start`.
  @inline(__always)
  private func pool(
    _ row: Int, source: UnsafePointer<Float>, start: Int, best: UnsafeMutablePointer<Float>,
    place: UnsafeMutablePointer<Int32>
  ) {
    let lines = kernelRows(inside: row)
    for column in 0..<output.width {
      let x = max(padding.width - column * stride.width, 0)
      let first = start + pixel(row: row, column: column, y: lines.lowerBound, x: x)
      place[column] = Int32(truncatingIfNeeded: first)
    }
    for y in lines {
      for x in 0..<kernel.width {
        let inside = windowsInside[x]
        var candidate = start + pixel(row: row, column: inside.lowerBound, y: y, x: x)
        for column in inside {
          let value = source[candidate]
          if value > best[column] || value.isNaN {
            best[column] = value
            place[column] = Int32(truncatingIfNeeded: candidate)
          }
          candidate += stride.width
        }
      }
    }
  }
}
