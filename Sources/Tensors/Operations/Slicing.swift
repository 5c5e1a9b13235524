/// Which entries along an axis a subscript takes.
///
/// A place leaves its axis out of the result; a range or a stride keeps it. Places count from the end where
/// they are negative: -1 is the last.
public protocol AxisIndex {
  /// The entries taken of an axis of an extent.
  func selection(of extent: Int) -> AxisSelection
}

/// Entries of an axis at a regular step.
public struct AxisSelection: Sendable, Hashable {
  public var start: Int
  public var step: Int
  public var count: Int
  /// Whether the axis stays in the result.
  public var keepsAxis: Bool

  public init(start: Int, step: Int = 1, count: Int, keepsAxis: Bool = true) {
    self.start = start
    self.step = step
    self.count = count
    self.keepsAxis = keepsAxis
  }

  fileprivate func isWithin(_ extent: Int) -> Bool {
    guard count > 0 else { return start >= 0 && start <= extent }
    let last = start + (count - 1) * step
    return min(start, last) >= 0 && max(start, last) < extent
  }
}

extension Int: AxisIndex {
  public func selection(of extent: Int) -> AxisSelection {
    AxisSelection(start: self < 0 ? self + extent : self, count: 1, keepsAxis: false)
  }
}

extension Range: AxisIndex where Bound == Int {
  public func selection(of extent: Int) -> AxisSelection { AxisSelection(start: lowerBound, count: count) }
}

extension ClosedRange: AxisIndex where Bound == Int {
  public func selection(of extent: Int) -> AxisSelection { AxisSelection(start: lowerBound, count: count) }
}

extension PartialRangeFrom: AxisIndex where Bound == Int {
  public func selection(of extent: Int) -> AxisSelection {
    AxisSelection(start: lowerBound, count: Swift.max(extent - lowerBound, 0))
  }
}

extension PartialRangeUpTo: AxisIndex where Bound == Int {
  public func selection(of extent: Int) -> AxisSelection { AxisSelection(start: 0, count: upperBound) }
}

extension PartialRangeThrough: AxisIndex where Bound == Int {
  public func selection(of extent: Int) -> AxisSelection { AxisSelection(start: 0, count: upperBound + 1) }
}

extension StrideTo: AxisIndex where Element == Int {
  public func selection(of extent: Int) -> AxisSelection { AxisSelection(Array(self)) }
}

extension StrideThrough: AxisIndex where Element == Int {
  public func selection(of extent: Int) -> AxisSelection { AxisSelection(Array(self)) }
}

extension AxisSelection {
  fileprivate init(_ places: [Int]) {
    self.init(
      start: places.first ?? 0, step: places.count > 1 ? places[1] - places[0] : 1, count: places.count)
  }
}

extension Tensor {
  /// A part of the tensor: `t[0]`, `t[1..<3, -1]`, `t[0..., stride(from: 0, to: 8, by: 2)]`; axes that are not
  /// named are taken whole.
  ///
  /// - Precondition: no more indices than axes, each within its axis.
  public subscript(_ indices: any AxisIndex...) -> Tensor {
    let shape = shape
    require(indices.count <= shape.rank, "\(indices.count) indices into a tensor of shape \(shape)")
    let selections = shape.enumerated().map { axis, extent in
      axis < indices.count ? indices[axis].selection(of: extent) : AxisSelection(start: 0, count: extent)
    }
    for (axis, selection) in selections.enumerated() {
      require(
        selection.isWithin(shape[axis]),
        "index \(indices[axis]) of axis \(axis) of a tensor of shape \(shape)")
    }
    let strides = shape.strides
    let walk = GridWalk(
      extents: selections.map(\.count), steps: Swift.zip(selections, strides).map { $0.step * $1 },
      start: Swift.zip(selections, strides).reduce(0) { $0 + $1.0.start * $1.1 })
    let result = Shape(selections.filter(\.keepsAxis).map(\.count))
    let part = TensorData(shape: result) { target in
      data.withElements { source in
        walk.forEach { place, position in target.initializeElement(at: position, to: source[place]) }
      }
    }
    return Tensor(part, from: self) { upstream, inputs in
      inputs.receive(0) {
        var gradient = TensorData(repeating: 0, shape: shape)
        gradient.withMutableElements { target in
          upstream.withElements { source in
            walk.forEach { place, position in target[place] += source[position] }
          }
        }
        return gradient
      }
    }
  }

  /// The entries along the first axis at given places, in that order; a place may come several times.
  ///
  /// - Precondition: every place is within the first axis.
  public func rows(at places: [Int]) -> Tensor {
    let shape = shape
    return Tensor(data.rows(at: places), from: self) { upstream, inputs in
      inputs.receive(0) {
        let size = shape.removing(axis: 0).elementCount
        var gradient = TensorData(repeating: 0, shape: shape)
        gradient.withMutableElements { target in
          upstream.withElements { source in
            for (row, place) in places.enumerated() {
              for i in 0..<size { target[place * size + i] += source[row * size + i] }
            }
          }
        }
        return gradient
      }
    }
  }
}

extension TensorData {
  /// The entries along the first axis at given places, copied; a place may come several times.
  ///
  /// - Precondition: every place is within the first axis.
  public func rows(at places: [Int]) -> TensorData {
    require(
      shape.rank > 0 && places.allSatisfy { $0 >= 0 && $0 < shape[0] },
      "rows \(places) of a tensor of shape \(shape)")
    let size = shape.removing(axis: 0).elementCount
    return TensorData(shape: shape.replacing(axis: 0, with: places.count)) { target in
      withElements { source in
        guard let source = source.baseAddress, let target = target.baseAddress else { return }
        for (row, place) in places.enumerated() {
          (target + row * size).initialize(from: source + place * size, count: size)
        }
      }
    }
  }
}
