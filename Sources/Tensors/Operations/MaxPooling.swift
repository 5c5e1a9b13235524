extension Tensor {
  /// The largest number in each window of images; the gradient goes to the first place where it stands.
  ///
  /// Shapes: this tensor `[..., height, width]`; the result has `⌊(extent + 2 padding − kernel) / stride⌋ + 1`
  /// along height and width. What lies in the margin is never the largest.
  ///
  /// - Precondition: the kernel fits the image with its margin, which is at most half of the kernel.
  public func maxPooled(kernel: Extent2d, stride: Extent2d? = nil, padding: Extent2d = 0) -> Tensor {
    precondition(
      2 * padding.height <= kernel.height && 2 * padding.width <= kernel.width,
      "a padding of \(padding) is more than half of the kernel of \(kernel)")
    let shape = shape
    let grid = WindowGrid(shape, kernel: kernel, stride: stride ?? kernel, padding: padding)
    let result = Shape(shape.dropLast(2) + [grid.output.height, grid.output.width])
    let places = grid.largestPlaces(data, count: result.elementCount)
    let output = TensorData(shape: result) { target in
      data.withElements { source in
        for (i, place) in places.enumerated() { target.initializeElement(at: i, to: source[Int(place)]) }
      }
    }
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
  /// Where the first largest number of each window stands among all numbers; a number that is none is largest.
  fileprivate func largestPlaces(_ data: TensorData, count: Int) -> [Int32] {
    precondition(data.count <= Int(Int32.max), "pooling of \(data.count) numbers, more than \(Int32.max)")
    return [Int32](unsafeUninitializedCapacity: count) { places, written in
      data.withElements { source in
        var position = 0
        for image in 0..<(input.area == 0 ? 0 : data.count / input.area) {
          for row in 0..<output.height {
            let top = row * stride.height - padding.height
            let lines = max(top, 0)..<min(top + kernel.height, input.height)
            for column in 0..<output.width {
              let left = column * stride.width - padding.width
              let pixels = max(left, 0)..<min(left + kernel.width, input.width)
              var place = (image * input.height + lines.lowerBound) * input.width + pixels.lowerBound
              var best = source[place]
              for line in lines {
                let start = (image * input.height + line) * input.width
                for candidate in (start + pixels.lowerBound)..<(start + pixels.upperBound) {
                  let value = source[candidate]
                  if value > best || (value.isNaN && !best.isNaN) {
                    best = value
                    place = candidate
                  }
                }
              }
              places[position] = Int32(truncatingIfNeeded: place)
              position += 1
            }
          }
        }
      }
      written = count
    }
  }
}
