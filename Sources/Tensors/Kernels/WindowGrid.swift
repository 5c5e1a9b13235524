/// The windows that a kernel sees as it moves over an image with a margin.
struct WindowGrid {
  let input: Extent2d
  let kernel: Extent2d
  let stride: Extent2d
  let padding: Extent2d
  /// How many windows there are: `⌊(input + 2 padding − kernel) / stride⌋ + 1` along each axis.
  let output: Extent2d
  /// For each column of the kernel, the windows of a row that have it inside of the image.
  let windowsInside: [Range<Int>]

  /// The windows over the last two axes of a shape.
  ///
  /// - Precondition: the kernel fits into the image with its margin.
  init(_ shape: Shape, kernel: Extent2d, stride: Extent2d, padding: Extent2d) {
    require(shape.rank >= 2, "windows of \(kernel) over a tensor of shape \(shape), which is no image")
    require(
      min(kernel.height, kernel.width, stride.height, stride.width) > 0
        && min(padding.height, padding.width) >= 0,
      "a kernel of \(kernel) with stride \(stride) and padding \(padding)")
    input = Extent2d(height: shape[shape.rank - 2], width: shape[shape.rank - 1])
    let room = Extent2d(
      height: input.height + 2 * padding.height - kernel.height,
      width: input.width + 2 * padding.width - kernel.width)
    require(
      input.area > 0 && room.height >= 0 && room.width >= 0,
      "a kernel of \(kernel) with padding \(padding) does not fit an image of \(input)")
    let output = Extent2d(height: room.height / stride.height + 1, width: room.width / stride.width + 1)
    let width = input.width
    windowsInside = (0..<kernel.width).map { x in
      let shift = x - padding.width
      let first = shift >= 0 ? 0 : min((stride.width - 1 - shift) / stride.width, output.width)
      let room = width - 1 - shift
      let end = room < 0 ? first : min(room / stride.width + 1, output.width)
      return first..<max(first, end)
    }
    self.output = output
    self.kernel = kernel
    self.stride = stride
    self.padding = padding
  }

  /// The windows of one image as the columns of a matrix `[channels · kernel, output]`, zeros in the margin.
  func gather(
    _ image: UnsafePointer<Float>, channels: Int, to columns: UnsafeMutablePointer<Float>
  ) {
    let step = stride.width
    forEachRow(channels: channels) { row, inside, start in
      let target = columns + row
      target.update(repeating: 0, count: inside.lowerBound)
      if step == 1, !inside.isEmpty {
        (target + inside.lowerBound).update(from: image + start, count: inside.count)
      } else {
        var source = start
        for i in inside {
          target[i] = image[source]
          source += step
        }
      }
      (target + inside.upperBound).update(repeating: 0, count: output.width - inside.upperBound)
    }
  }

  /// Adds the columns of windows to the pixels that they came from; the margin's are dropped.
  func scatter(
    _ columns: UnsafePointer<Float>, channels: Int, addingTo image: UnsafeMutablePointer<Float>
  ) {
    let step = stride.width
    forEachRow(channels: channels) { row, inside, start in
      let source = columns + row
      var target = start
      for i in inside {
        image[target] += source[i]
        target += step
      }
    }
  }

  /// The rows of the kernel that are inside of the image in a row of windows.
  func kernelRows(inside row: Int) -> Range<Int> {
    let top = row * stride.height - padding.height
    let first = min(max(-top, 0), kernel.height)
    return first..<max(first, min(input.height - top, kernel.height))
  }

  /// The pixel that a window has under a place of the kernel, counted from the first of the image's row 0; it
  /// lies inside of the image only where ``windowsInside`` and ``kernelRows(inside:)`` say so.
  @inline(__always)
  func pixel(row: Int, column: Int, y: Int, x: Int) -> Int {
    (row * stride.height + y - padding.height) * input.width + column * stride.width + x - padding.width
  }

  /// Calls a function for every row of windows and every place in the kernel: where the row begins among the
  /// columns, which of its windows have that place inside of the image, and the pixel of the first of them.
  @inline(__always)
  private func forEachRow(channels: Int, _ body: (_ row: Int, _ inside: Range<Int>, _ start: Int) -> Void) {
    var row = 0
    for channel in 0..<channels {
      for y in 0..<kernel.height {
        for x in 0..<kernel.width {
          let columns = windowsInside[x]
          for window in 0..<output.height {
            let line = window * stride.height + y - padding.height
            let isInside = line >= 0 && line < input.height
            let start = pixel(row: window, column: columns.lowerBound, y: y, x: x)
            body(row, isInside ? columns : 0..<0, channel * input.area + start)
            row += output.width
          }
        }
      }
    }
  }
}
