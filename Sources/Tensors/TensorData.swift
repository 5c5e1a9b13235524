/// A shape and its numbers, without a history: what tensors are made of, and what crosses tasks and files.
///
/// A value: copies share their memory until one of them is changed.
public struct TensorData: Sendable {
  public private(set) var shape: Shape
  @usableFromInline
  var storage: Storage
  /// Where this part of the storage begins; above 0 for a slice along the first axis.
  @usableFromInline
  var offset: Int

  /// Numbers in row-major order.
  ///
  /// - Precondition: as many numbers as the shape has elements.
  public init(_ elements: [Float], shape: Shape) {
    require(
      elements.count == shape.elementCount,
      "\(elements.count) numbers for a tensor of shape \(shape) with \(shape.elementCount) elements")
    self.init(shape: shape) { target in
      _ = target.initialize(from: elements)
    }
  }

  /// The same number everywhere.
  public init(repeating value: Float, shape: Shape) {
    self.init(shape: shape) { $0.initialize(repeating: value) }
  }

  /// Numbers that a function writes; it has to write every one of them.
  @inlinable
  public init(shape: Shape, writing write: (UnsafeMutableBufferPointer<Float>) throws -> Void) rethrows {
    self.init(unwritten: shape)
    try write(UnsafeMutableBufferPointer(start: storage.pointer, count: shape.elementCount))
  }

  @usableFromInline
  init(unwritten shape: Shape) {
    self.shape = shape
    storage = Storage(count: shape.elementCount)
    offset = 0
  }

  /// The number of elements.
  @inlinable
  public var count: Int { shape.elementCount }

  /// The numbers in row-major order, copied.
  public var elements: [Float] {
    withElements { Array($0) }
  }

  /// Runs a function with the numbers in row-major order.
  @inlinable
  public func withElements<Result>(_ body: (UnsafeBufferPointer<Float>) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(storage) {
      try body(UnsafeBufferPointer(start: storage.pointer + offset, count: count))
    }
  }

  /// Runs a function that changes the numbers; they are copied first where another value shares them.
  @inlinable
  public mutating func withMutableElements<Result>(
    _ body: (UnsafeMutableBufferPointer<Float>) throws -> Result
  ) rethrows -> Result {
    if !isKnownUniquelyReferenced(&storage) {
      let copy = Storage(count: count)
      copy.pointer.initialize(from: storage.pointer + offset, count: count)
      storage = copy
      offset = 0
    }
    return try withExtendedLifetime(storage) {
      try body(UnsafeMutableBufferPointer(start: storage.pointer + offset, count: count))
    }
  }

  /// The same numbers under another shape; shares their memory.
  ///
  /// - Precondition: both shapes have the same number of elements.
  public func reshaped(to shape: Shape) -> TensorData {
    require(
      shape.elementCount == count,
      "a tensor of shape \(self.shape) has \(count) elements; \(shape) has \(shape.elementCount)")
    var view = self
    view.shape = shape
    return view
  }

  /// Consecutive entries along the first axis; shares their memory.
  ///
  /// - Precondition: the range lies within the first axis.
  public func rows(_ range: Range<Int>) -> TensorData {
    require(
      shape.rank > 0 && range.lowerBound >= 0 && range.upperBound <= shape[0],
      "rows \(range) of a tensor of shape \(shape)")
    var view = self
    let rowSize = shape.removing(axis: 0).elementCount
    view.shape = shape.replacing(axis: 0, with: range.count)
    view.offset += range.lowerBound * rowSize
    return view
  }
}

extension TensorData: Hashable {
  public static func == (a: TensorData, b: TensorData) -> Bool {
    a.shape == b.shape && a.withElements { x in b.withElements { x.elementsEqual($0) } }
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(shape)
    withElements { elements in
      for element in elements { hasher.combine(element) }
    }
  }
}

extension TensorData: CustomStringConvertible {
  /// The numbers in nested brackets, shortened where there are many.
  public var description: String { TensorText(self).text }
}

/// Memory for floats, freed with its last owner.
///
/// Unchecked, because only ``TensorData`` writes to it, and only as its one owner.
@usableFromInline
final class Storage: @unchecked Sendable {
  @usableFromInline
  let pointer: UnsafeMutablePointer<Float>
  private let count: Int

  @usableFromInline
  init(count: Int) {
    self.count = count
    pointer = StoragePool.take(count: count)
  }

  deinit {
    StoragePool.give(pointer, count: count)
  }
}
