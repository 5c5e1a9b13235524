extension Tensor {
  /// The same numbers in the same order under another shape; one extent may be -1 and follows from the others.
  ///
  /// - Precondition: the number of elements stays the same.
  public func reshaped(to extents: [Int]) -> Tensor {
    guard let open = extents.firstIndex(of: -1) else { return reshaped(to: Shape(extents)) }
    var extents = extents
    let known = extents.filter { $0 != -1 }.reduce(1, *)
    require(
      known > 0 && count.isMultiple(of: known) && extents.filter { $0 == -1 }.count == 1,
      "a tensor of shape \(shape) does not take the shape \(extents)")
    extents[open] = count / known
    return reshaped(to: Shape(extents))
  }

  public func reshaped(to shape: Shape) -> Tensor {
    let old = self.shape
    if old == shape { return self }
    return Tensor(data.reshaped(to: shape), from: self) { upstream, inputs in
      inputs.receive(0) { upstream.reshaped(to: old) }
    }
  }

  /// The axes from one on joined into one: `[n, 3, 32, 32]` becomes `[n, 3072]`.
  public func flattened(from axis: Int = 0) -> Tensor {
    if shape.rank == 0 { return reshaped(to: [1]) }
    let axis = shape.axis(axis)
    return reshaped(to: Shape(shape[..<axis] + [shape[axis...].reduce(1, *)]))
  }

  /// The axes in another order: axis `i` of the result is axis `axes[i]` of this tensor.
  ///
  /// - Precondition: every axis once.
  public func permuted(_ axes: [Int]) -> Tensor {
    let axes = axes.map(shape.axis)
    require(axes.sorted() == Array(0..<shape.rank), "axes \(axes) of a tensor of shape \(shape)")
    var inverse = axes
    for (place, axis) in axes.enumerated() { inverse[axis] = place }
    let back = inverse
    return Tensor(data.permuted(axes), from: self) { upstream, inputs in
      inputs.receive(0) { upstream.permuted(back) }
    }
  }

  /// Two axes exchanged, the last two unless others are named.
  public func transposed(_ a: Int = -2, _ b: Int = -1) -> Tensor {
    var axes = Array(0..<shape.rank)
    axes.swapAt(shape.axis(a), shape.axis(b))
    return permuted(axes)
  }

  /// A new axis of extent 1 at a place, counted from the end where it is negative.
  public func expanded(at axis: Int) -> Tensor {
    let place = axis < 0 ? axis + shape.rank + 1 : axis
    require(place >= 0 && place <= shape.rank, "no room for an axis \(axis) in shape \(shape)")
    return reshaped(to: Shape(shape[..<place] + [1] + shape[place...]))
  }

  /// The tensor without its axes of extent 1.
  public func squeezed() -> Tensor {
    reshaped(to: Shape(shape.filter { $0 != 1 }))
  }
}

extension TensorData {
  /// The axes in another order, copied.
  package func permuted(_ axes: [Int]) -> TensorData {
    let strides = shape.strides
    let steps = axes.map { strides[$0] }
    let result = Shape(axes.map { shape[$0] })
    return TensorData(shape: result) { target in
      withElements { source in
        GridWalk(extents: Array(result), steps: steps).forEach { place, position in
          target.initializeElement(at: position, to: source[place])
        }
      }
    }
  }
}
