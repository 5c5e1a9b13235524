/// How a tensor was computed, as far as its gradient needs to know.
///
/// The nodes of a computation form a graph from its result back to the tensors that gradients are wanted
/// for. A node without an operation is such a tensor, a leaf: it keeps the gradient that reaches it.
final class GradientNode {
  /// Gives the inputs of an operation their gradients, from the gradient of its output.
  ///
  /// It captures data, never tensors: the graph is held together by ``inputs`` alone.
  typealias Operation = (_ upstream: TensorData, _ inputs: GradientInputs) -> Void

  fileprivate(set) var inputs: [GradientNode?]
  fileprivate(set) var operation: Operation?
  let isLeaf: Bool
  /// What has arrived so far of the gradient with respect to this node's tensor.
  var gradient: TensorData?
  /// How many consumers have yet to send their share during a sweep.
  var pendingConsumers = 0

  /// A leaf.
  init() {
    inputs = []
    operation = nil
    isLeaf = true
  }

  init(inputs: [GradientNode?], operation: @escaping Operation) {
    self.inputs = inputs
    self.operation = operation
    isLeaf = false
  }

  /// Whether the operation was let go, so that no gradient gets through to its inputs any more.
  var isReleased: Bool { !isLeaf && operation == nil }

  /// Lets go of the graph below, and of what the operation kept for the gradient.
  func release() {
    inputs = []
    operation = nil
  }

  func add(_ share: TensorData) {
    if gradient == nil {
      gradient = share
    } else {
      gradient?.add(share)
    }
  }

  deinit {
    // A long chain would otherwise be freed by as deep a recursion.
    guard !inputs.isEmpty else { return }
    var orphans = inputs
    inputs = []
    while var orphan = orphans.popLast() {
      guard orphan != nil, isKnownUniquelyReferenced(&orphan) else { continue }
      if let node = orphan {
        orphans.append(contentsOf: node.inputs)
        node.inputs = []
      }
    }
  }
}

/// The inputs of an operation while their gradients are computed.
package struct GradientInputs {
  let node: GradientNode

  /// How many inputs the operation had.
  package var count: Int { node.inputs.count }

  /// Computes and hands over the gradient of one input, if it is wanted.
  package func receive(_ index: Int, _ gradient: () -> TensorData) {
    node.inputs[index]?.add(gradient())
  }
}
