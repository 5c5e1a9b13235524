extension Tensor {
  /// The matrix product.
  ///
  /// Two matrices `[m, k]` and `[k, n]` give `[m, n]`; a vector is a row on the left and a column on the right,
  /// and its axis is left out of the result; with more axes the last two are matrices, and the ones before them
  /// are stretched to one another.
  ///
  /// - Precondition: the inner extents agree.
  public func matmul(_ other: Tensor) -> Tensor {
    require(
      shape.rank > 0 && other.shape.rank > 0, "a matrix product of shapes \(shape) and \(other.shape)")
    if shape.rank == 1 {
      let product = reshaped(to: [1, count]).matmul(other)
      return product.reshaped(to: product.shape.removing(axis: Swift.max(product.shape.rank - 2, 0)))
    }
    if other.shape.rank == 1 {
      let product = matmul(other.reshaped(to: [other.count, 1]))
      return product.reshaped(to: product.shape.removing(axis: product.shape.rank - 1))
    }
    require(
      shape[shape.rank - 1] == other.shape[other.shape.rank - 2],
      "a matrix product of shapes \(shape) and \(other.shape): \(shape[shape.rank - 1]) columns meet "
        + "\(other.shape[other.shape.rank - 2]) rows")
    if other.shape.rank == 2 {
      // One product serves all matrices on the left.
      let rows = reshaped(to: [shape.rowCount, shape[shape.rank - 1]])
      return rows.matrixProduct(other).reshaped(
        to: shape.replacing(axis: shape.rank - 1, with: other.shape[1]))
    }
    return batchedProduct(other)
  }

  private func matrixProduct(_ other: Tensor) -> Tensor {
    let (a, b) = (data, other.data)
    return Tensor(a.times(b), from: self, other) { upstream, inputs in
      inputs.receive(0) { upstream.times(b, transposing: (false, true)) }
      inputs.receive(1) { a.times(upstream, transposing: (true, false)) }
    }
  }

  private func batchedProduct(_ other: Tensor) -> Tensor {
    let batch = Shape(shape.dropLast(2))
    let otherBatch = Shape(other.shape.dropLast(2))
    guard let common = batch.broadcast(with: otherBatch) else {
      fatalError("a matrix product of shapes \(shape) and \(other.shape) whose batches do not match")
    }
    let a = stretched(to: Shape(common + shape.suffix(2))).reshaped(
      to: Shape([common.elementCount] + shape.suffix(2)))
    let b = other.stretched(to: Shape(common + other.shape.suffix(2))).reshaped(
      to: Shape([common.elementCount] + other.shape.suffix(2)))
    let result = Shape(common + [shape[shape.rank - 2], other.shape[other.shape.rank - 1]])
    guard common.elementCount > 0 else { return Self.emptyProduct(a, b, shape: result) }
    return Tensor.stack((0..<common.elementCount).map { a[$0].matrixProduct(b[$0]) }).reshaped(to: result)
  }

  /// The product of no matrices; its gradient reaches both sides, as zeros.
  private static func emptyProduct(_ a: Tensor, _ b: Tensor, shape: Shape) -> Tensor {
    let (aShape, bShape) = (a.shape, b.shape)
    return Tensor(TensorData([], shape: shape), from: a, b) { _, inputs in
      inputs.receive(0) { TensorData(repeating: 0, shape: aShape) }
      inputs.receive(1) { TensorData(repeating: 0, shape: bShape) }
    }
  }

  /// The numbers repeated along axes of extent 1.
  ///
  /// - Precondition: the shape stretches to `shape`.
  public func stretched(to shape: Shape) -> Tensor {
    let own = self.shape
    if own == shape { return self }
    require(own.broadcast(with: shape) == shape, "shape \(own) does not stretch to \(shape)")
    return Tensor(data.stretched(to: shape), from: self) { upstream, inputs in
      inputs.receive(0) { upstream.summed(to: own) }
    }
  }

  /// An affine map of rows: `y = x Wᵀ + b`.
  ///
  /// Shapes: this tensor `[..., inputs]`, `weight` `[outputs, inputs]`, `bias` `[outputs]`; the result
  /// `[..., outputs]`.
  ///
  /// - Precondition: the shapes agree.
  public func affine(weight: Tensor, bias: Tensor? = nil) -> Tensor {
    let shape = shape
    let inputs = weight.shape.rank == 2 ? weight.shape[1] : -1
    require(
      shape.rank > 0 && shape[shape.rank - 1] == inputs,
      "an input of shape \(shape) for a weight of shape \(weight.shape): its last extent has to be \(inputs)"
        + (shape.dropFirst().reduce(1, *) == inputs ? ", as flattened(from: 1) makes it" : ""))
    let outputs = weight.shape[0]
    require(
      bias.map { $0.shape == [outputs] } ?? true,
      "a bias of shape \(bias?.shape ?? []) for \(outputs) outputs")
    let x = data.reshaped(to: [shape.rowCount, inputs])
    let w = weight.data
    let start = bias.map { $0.data.repeatedRows(x.shape[0]) }
    let product = x.times(w, transposing: (false, true), adding: start)
    let sources = bias.map { [self, weight, $0] } ?? [self, weight]
    let result =
      shape.rank == 2 ? product : product.reshaped(to: shape.replacing(axis: shape.rank - 1, with: outputs))
    return Tensor(result, from: sources) { upstream, inputs in
      let rows = upstream.reshaped(to: [x.shape[0], outputs])
      inputs.receive(0) { rows.times(w).reshaped(to: shape) }
      inputs.receive(1) { rows.times(x, transposing: (true, false)) }
      if inputs.count > 2 { inputs.receive(2) { rows.sum(axis: 0) } }
    }
  }
}

extension Shape {
  /// How many rows lie along the last axis, also where they are empty.
  fileprivate var rowCount: Int { dropLast().reduce(1, *) }
}

extension TensorData {
  /// A matrix of equal rows.
  fileprivate func repeatedRows(_ rows: Int) -> TensorData {
    TensorData(shape: [rows, count]) { target in
      withElements { source in
        guard let source = source.baseAddress, let target = target.baseAddress else { return }
        for row in 0..<rows { (target + row * count).initialize(from: source, count: count) }
      }
    }
  }
}
