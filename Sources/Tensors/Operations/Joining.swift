extension Tensor {
  /// Tensors laid one after the other along an axis.
  ///
  /// - Precondition: at least one; the shapes agree along all other axes.
  public static func concatenate(_ tensors: [Tensor], along axis: Int = 0) -> Tensor {
    guard let first = tensors.first else { fatalError("nothing to concatenate") }
    let axis = first.shape.axis(axis)
    for tensor in tensors {
      require(
        tensor.shape.rank == first.shape.rank
          && tensor.shape.replacing(axis: axis, with: 0) == first.shape.replacing(axis: axis, with: 0),
        "shapes \(first.shape) and \(tensor.shape) concatenated along axis \(axis)")
    }
    let extents = tensors.map { $0.shape[axis] }
    let shape = first.shape.replacing(axis: axis, with: extents.reduce(0, +))
    let view = AxisView(shape, axis: axis)
    let result = TensorData(shape: shape) { target in
      guard let target = target.baseAddress else { return }
      var start = 0
      for tensor in tensors {
        let run = tensor.shape[axis] * view.inner
        tensor.data.withElements { source in
          guard let source = source.baseAddress else { return }
          for block in 0..<view.outer {
            (target + block * view.extent * view.inner + start).initialize(
              from: source + block * run, count: run)
          }
        }
        start += run
      }
    }
    return Tensor(result, from: tensors) { upstream, inputs in
      var start = 0
      for (index, extent) in extents.enumerated() {
        let range = start..<(start + extent)
        inputs.receive(index) { upstream.slice(range, axis: axis) }
        start += extent
      }
    }
  }

  /// Tensors of one shape laid beside each other along a new axis.
  ///
  /// - Precondition: at least one; the shapes are equal.
  public static func stack(_ tensors: [Tensor], along axis: Int = 0) -> Tensor {
    concatenate(tensors.map { $0.expanded(at: axis) }, along: axis)
  }
}

extension TensorData {
  /// Data of one shape laid on one another along a new first axis.
  ///
  /// - Precondition: at least one; the shapes are equal.
  public static func stacked(_ parts: [TensorData]) -> TensorData {
    guard let first = parts.first else { fatalError("nothing to stack") }
    for part in parts {
      require(
        part.shape == first.shape, "shapes \(first.shape) and \(part.shape) stacked on one another")
    }
    return TensorData(shape: Shape([parts.count] + first.shape)) { target in
      guard let target = target.baseAddress else { return }
      for (index, part) in parts.enumerated() {
        part.withElements { source in
          guard let source = source.baseAddress else { return }
          (target + index * first.count).initialize(from: source, count: first.count)
        }
      }
    }
  }

  /// Consecutive entries along an axis, copied.
  func slice(_ range: Range<Int>, axis: Int) -> TensorData {
    let view = AxisView(shape, axis: axis)
    let run = range.count * view.inner
    return TensorData(shape: shape.replacing(axis: axis, with: range.count)) { target in
      withElements { source in
        guard let source = source.baseAddress, let target = target.baseAddress else { return }
        for block in 0..<view.outer {
          let start = (block * view.extent + range.lowerBound) * view.inner
          (target + block * run).initialize(from: source + start, count: run)
        }
      }
    }
  }
}
