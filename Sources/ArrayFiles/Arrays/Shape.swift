/// The arithmetic of shapes that come from outside.
enum Shape {
  /// The most axes that are read; numpy has no more either.
  static let mostAxes = 64

  /// The number of places of a shape; `nil` if an axis is negative or the number is too large.
  static func elementCount(_ shape: [Int]) -> Int? {
    // A zero anywhere makes the array empty, but the other axes must still be sizes that can be counted.
    var count = 1
    for size in shape where size != 0 {
      guard size > 0 else { return nil }
      let (product, overflows) = count.multipliedReportingOverflow(by: size)
      guard !overflows else { return nil }
      count = product
    }
    return shape.contains(0) ? 0 : count
  }

  /// The bytes of an array of a shape; `nil` if there is no such shape.
  static func byteCount(_ shape: [Int], of type: ElementType) -> Int? {
    guard let count = elementCount(shape) else { return nil }
    let (product, overflows) = count.multipliedReportingOverflow(by: type.byteCount)
    return overflows ? nil : product
  }
}
