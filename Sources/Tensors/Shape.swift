/// The extents of a tensor along its axes, outermost first; no axis is a scalar.
///
/// Elements lie in row-major order: the last axis runs fastest. A shape takes no memory of its own, so that
/// small tensors stay cheap.
public struct Shape: Sendable, Hashable {
  /// The most axes that a tensor can have.
  public static let highestRank = 8

  private var extents: SIMD8<Int32>
  private var axisCount: UInt8
  /// The number of elements: the product of the extents.
  public private(set) var elementCount: Int

  /// A shape with the given extents.
  ///
  /// - Precondition: at most ``highestRank`` extents, none negative.
  public init(_ extents: some Sequence<Int>) {
    self.init()
    for extent in extents { append(extent) }
  }

  /// The shape of a scalar: no axis, one element.
  public init() {
    extents = SIMD8(repeating: 0)
    axisCount = 0
    elementCount = 1
  }

  /// Adds an innermost axis.
  public mutating func append(_ extent: Int) {
    require(rank < Self.highestRank, "a tensor has at most \(Self.highestRank) axes")
    require(
      extent >= 0 && extent <= Int(Int32.max), "an extent is from 0 to \(Int32.max), not \(extent)")
    extents[rank] = Int32(truncatingIfNeeded: extent)
    axisCount += 1
    elementCount *= extent
  }

  /// The number of axes.
  public var rank: Int { Int(axisCount) }

  /// The shape without its axis `axis`.
  public func removing(axis: Int) -> Shape {
    var shape = Shape()
    for (place, extent) in enumerated() where place != axis { shape.append(extent) }
    return shape
  }

  /// The shape with another extent along one axis.
  public func replacing(axis: Int, with extent: Int) -> Shape {
    var shape = Shape()
    for (place, old) in enumerated() { shape.append(place == axis ? extent : old) }
    return shape
  }

  /// How many elements lie between neighbours along each axis.
  var strides: [Int] {
    var strides = [Int](repeating: 1, count: rank)
    for axis in stride(from: rank - 2, through: 0, by: -1) {
      strides[axis] = strides[axis + 1] * self[axis + 1]
    }
    return strides
  }

  /// The place of an axis that may be counted from the end: -1 is the last.
  ///
  /// - Precondition: the shape has that axis.
  public func axis(_ axis: Int) -> Int {
    let place = axis < 0 ? axis + rank : axis
    require(place >= 0 && place < rank, "axis \(axis) of a tensor of shape \(self) with \(rank) axes")
    return place
  }

  /// The shape that two shapes stretch to when they are combined element by element: aligned at their last
  /// axes, an extent of 1 stretches to the other's.
  ///
  /// Returns `nil` where extents differ and neither is 1.
  public func broadcast(with other: Shape) -> Shape? {
    if self == other { return self }
    var result = Shape()
    let rank = Swift.max(rank, other.rank)
    for axis in 0..<rank {
      let mine = axis + self.rank - rank
      let its = axis + other.rank - rank
      let a = mine < 0 ? 1 : self[mine]
      let b = its < 0 ? 1 : other[its]
      guard a == b || a == 1 || b == 1 else { return nil }
      result.append(a == 1 ? b : a)
    }
    return result
  }
}

extension Shape: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { rank }
  public subscript(position: Int) -> Int {
    require(position >= 0 && position < rank, "axis \(position) of a shape with \(rank) axes")
    return Int(extents[position])
  }
}

extension Shape: ExpressibleByArrayLiteral {
  public init(arrayLiteral extents: Int...) {
    self.init(extents)
  }
}

extension Shape: CustomStringConvertible {
  /// The extents in brackets, such as `[64, 3, 32, 32]`.
  public var description: String { "[" + map(String.init).joined(separator: ", ") + "]" }
}
