/// A height and a width, such as a kernel's; a number literal stands for both.
public struct Extent2d: Sendable, Hashable {
  public var height: Int
  public var width: Int

  public init(height: Int, width: Int) {
    self.height = height
    self.width = width
  }

  /// The same height and width.
  public init(_ both: Int) {
    self.init(height: both, width: both)
  }

  /// The product of height and width.
  var area: Int { height * width }
}

extension Extent2d: ExpressibleByIntegerLiteral {
  public init(integerLiteral both: Int) {
    self.init(both)
  }
}

extension Extent2d: CustomStringConvertible {
  /// Height and width, such as `3 x 3`.
  public var description: String { "\(height) x \(width)" }
}
