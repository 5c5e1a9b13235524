extension Tensor {
  /// Computes the gradient of this scalar with respect to every tensor that asked for one, and adds it to
  /// that tensor's ``gradient``.
  ///
  /// Reverse-mode differentiation: each operation that led here passes its output's gradient on to its inputs
  /// by the chain rule (Griewank and Walther, *Evaluating Derivatives*, 2008). The record of the operations is
  /// let go on the way; with `retainingGraph` it stays for another call.
  ///
  /// - Precondition: one element, computed from a tensor that requires a gradient; none of the operations between them
  ///   was let go by an earlier call.
  public func backward(retainingGraph: Bool = false) {
    require(
      count == 1,
      "backward() starts at a scalar such as a loss, not at a tensor of shape \(shape); sum it first")
    backward(from: TensorData(repeating: 1, shape: shape), retainingGraph: retainingGraph)
  }

  /// Computes the gradient of the sum of this tensor's elements times `upstream`.
  ///
  /// - Precondition: `upstream` has this tensor's shape.
  public func backward(from upstream: TensorData, retainingGraph: Bool = false) {
    require(
      upstream.shape == shape,
      "an upstream gradient of shape \(upstream.shape) for a tensor of shape \(shape)")
    guard let root = node else {
      fatalError("backward() on a tensor that was not computed from one that requires a gradient")
    }
    countConsumers(from: root)
    root.add(upstream)
    sweep(from: root, retainingGraph: retainingGraph)
  }
}

/// Counts, for every node below `root`, how many operations used its tensor.
///
/// - Precondition: no operation was let go, at the root or below: what leads on from it would get no gradient.
private func countConsumers(from root: GradientNode) {
  var unvisited = [root]
  while let node = unvisited.popLast() {
    require(
      !node.isReleased,
      "backward() a second time through the same operations; pass retainingGraph: true the first time")
    for case let input? in node.inputs {
      if input.pendingConsumers == 0 { unvisited.append(input) }
      input.pendingConsumers += 1
    }
  }
}

/// Passes gradients on, each node after all of its consumers.
private func sweep(from root: GradientNode, retainingGraph: Bool) {
  var ready = [root]
  while let node = ready.popLast() {
    guard !node.isLeaf else { continue }
    if let upstream = node.gradient, let operation = node.operation {
      node.gradient = nil
      operation(upstream, GradientInputs(node: node))
    }
    for case let input? in node.inputs {
      input.pendingConsumers -= 1
      if input.pendingConsumers == 0 { ready.append(input) }
    }
    if !retainingGraph { node.release() }
  }
}
