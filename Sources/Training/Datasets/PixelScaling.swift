import Tensors

/// How the bytes of images become numbers: `(byte / 255 − mean) / standardDeviation`.
public struct PixelScaling: Sendable, Hashable {
  public var mean: Float
  public var standardDeviation: Float

  /// - Precondition: a standard deviation above 0.
  public init(mean: Float, standardDeviation: Float) {
    require(standardDeviation > 0, "a standard deviation above 0, not \(standardDeviation)")
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  /// From 0 to 1.
  public static let unit = PixelScaling(mean: 0, standardDeviation: 1)
  /// From −1 to 1.
  public static let centered = PixelScaling(mean: 0.5, standardDeviation: 0.5)

  /// Writes an image that has its channels side by side as planes, one for each channel.
  ///
  /// `pixels` are height x width x channels, `target` channels x height x width.
  func write(
    _ pixels: UnsafeBufferPointer<UInt8>, channels: Int, to target: UnsafeMutablePointer<Float>
  ) {
    guard let pixels = pixels.baseAddress.map({ UnsafeBufferPointer(start: $0, count: pixels.count) }),
      let source = pixels.baseAddress
    else { return }
    let area = pixels.count / channels
    let scale = 1 / (255 * standardDeviation)
    let shift = -mean / standardDeviation
    for channel in 0..<channels {
      let plane = target + channel * area
      var i = 0
      while i < area {
        plane[i] = Float(source[i * channels + channel]) * scale + shift
        i += 1
      }
    }
  }
}
