/// A width and a height in pixels.
public struct ImageSize: Sendable, Hashable, CustomStringConvertible {
  public var width: Int
  public var height: Int

  /// - Precondition: both sides are positive.
  public init(width: Int, height: Int) {
    precondition(width > 0 && height > 0, "an image of \(width) x \(height) pixels has no area")
    self.width = width
    self.height = height
  }

  /// A square.
  public init(square side: Int) {
    self.init(width: side, height: side)
  }

  public var description: String { "\(width) x \(height)" }
}
