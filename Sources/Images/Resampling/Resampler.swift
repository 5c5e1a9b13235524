/// Brings a decoded image to a size.
struct Resampler {
  private let source: Image
  private let size: ImageSize
  private let columns: ResamplingAxis
  private let rows: ResamplingAxis

  init(_ decoded: DecodedImage, to size: ImageSize, fit: ImageFit) {
    source = decoded.image
    self.size = size
    let scaled = fit.scaledSize(of: decoded.sourceSize, filling: size)
    // The same half pixel to the same side as torchvision's CenterCrop.
    let left = Int((Double(scaled.width - size.width) / 2).rounded(.toNearestOrEven))
    let top = Int((Double(scaled.height - size.height) / 2).rounded(.toNearestOrEven))
    columns = ResamplingAxis(
      count: source.width, covered: decoded.coveredWidth, scaledCount: scaled.width,
      kept: left..<left + size.width)
    rows = ResamplingAxis(
      count: source.height, covered: decoded.coveredHeight, scaledCount: scaled.height,
      kept: top..<top + size.height)
  }

  /// The new image.
  func image() -> Image {
    let byteCount = size.width * size.height * source.channels.rawValue
    let pixels = [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, filled in
      write(to: buffer)
      filled = byteCount
    }
    return Image(size: size, channels: source.channels, pixels: pixels)
  }

  /// Writes the new pixels (height, width, channel) to memory of just their size.
  func write(to target: UnsafeMutableBufferPointer<UInt8>) {
    let channels = source.channels.rawValue
    let needed = columns.needed
    let rowLength = source.width * channels
    let used = needed.lowerBound * channels..<needed.upperBound * channels
    // Rows are added up first: whole rows at once are what the processor does fastest, and few are left then.
    withUnsafeTemporaryAllocation(of: Float.self, capacity: rowLength) { sums in
      source.pixels.withUnsafeBufferPointer { pixels in
        for y in 0..<size.height {
          sums.initialize(repeating: 0)
          for tap in rows.offsets[y]..<rows.offsets[y + 1] {
            let start = (rows.starts[y] + tap - rows.offsets[y]) * rowLength
            Self.add(
              UnsafeBufferPointer(rebasing: pixels[start + used.lowerBound..<start + used.upperBound]),
              weight: rows.weights[tap], to: UnsafeMutableBufferPointer(rebasing: sums[used]))
          }
          let row = UnsafeMutableBufferPointer(rebasing: target[(y * size.width * channels)...])
          switch source.channels {
          case .gray: shrinkGray(UnsafeBufferPointer(sums), to: row)
          case .rgb: shrinkColors(UnsafeBufferPointer(sums), to: row)
          }
        }
      }
    }
  }

  /// Adds a weighted row to sums of the same length.
  @inline(never)
  private static func add(
    _ row: UnsafeBufferPointer<UInt8>, weight: Float, to sums: UnsafeMutableBufferPointer<Float>
  ) {
    // A function of its own, with one index for both: this loop is vectorised, and makes three tenths of reading.
    for index in 0..<row.count { sums[index] += weight * Float(row[index]) }
  }

  private func shrinkGray(_ sums: UnsafeBufferPointer<Float>, to row: UnsafeMutableBufferPointer<UInt8>) {
    for x in 0..<size.width {
      var gray: Float = 0.5
      for tap in columns.offsets[x]..<columns.offsets[x + 1] {
        gray += columns.weights[tap] * sums[columns.starts[x] + tap - columns.offsets[x]]
      }
      row[x] = UInt8(gray)
    }
  }

  private func shrinkColors(_ sums: UnsafeBufferPointer<Float>, to row: UnsafeMutableBufferPointer<UInt8>) {
    for x in 0..<size.width {
      var color = SIMD4<Float>(repeating: 0.5)
      for tap in columns.offsets[x]..<columns.offsets[x + 1] {
        let place = 3 * (columns.starts[x] + tap - columns.offsets[x])
        color += columns.weights[tap] * SIMD4(sums[place], sums[place + 1], sums[place + 2], 0)
      }
      row[3 * x] = UInt8(color.x)
      row[3 * x + 1] = UInt8(color.y)
      row[3 * x + 2] = UInt8(color.z)
    }
  }
}
