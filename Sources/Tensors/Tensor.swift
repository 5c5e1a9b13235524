/// An array of 32-bit floats with any number of axes, that remembers how it was computed so that gradients
/// can be taken.
///
/// A value: nothing that happens elsewhere changes it. Operations give new tensors; gradients flow back by
/// ``backward(retainingGraph:)``.
///
/// ```swift
/// let x = Tensor([1, 2, 3], requiresGradient: true)
/// let y = (x * x).sum()
/// y.backward()
/// x.gradient  // [2, 4, 6]
/// ```
public struct Tensor {
  /// The numbers and their shape.
  public let data: TensorData
  let node: GradientNode?
  /// The function that gave this tensor, where a loss has to know.
  package let producer: Producer?

  /// A function whose output only some losses can take.
  package enum Producer: Sendable {
    case tanh, sigmoid, softmax, logSoftmax
  }

  /// A tensor of given numbers.
  ///
  /// With `requiresGradient` it is a leaf: ``backward(retainingGraph:)`` of what is computed from it sets its
  /// ``gradient``.
  public init(_ data: TensorData, requiresGradient: Bool = false) {
    self.data = data
    node = requiresGradient ? GradientNode() : nil
    producer = nil
  }

  /// The result of an operation, and how gradients pass back through it to `inputs`.
  ///
  /// The closure is kept only where an input wants a gradient. It may capture data, never tensors.
  package init(
    _ data: TensorData, from inputs: Tensor..., producer: Producer? = nil,
    gradient: @escaping (_ upstream: TensorData, _ inputs: GradientInputs) -> Void
  ) {
    self.init(data, from: inputs, producer: producer, gradient: gradient)
  }

  package init(
    _ data: TensorData, from inputs: [Tensor], producer: Producer? = nil,
    gradient: @escaping (_ upstream: TensorData, _ inputs: GradientInputs) -> Void
  ) {
    self.data = data
    self.producer = producer
    if inputs.contains(where: { $0.node != nil }) && GradientRecording.isOn {
      node = GradientNode(inputs: inputs.map(\.node), operation: gradient)
    } else {
      node = nil
    }
  }

  private init(_ data: TensorData, node: GradientNode?) {
    self.data = data
    self.node = node
    producer = nil
  }

  public var shape: Shape { data.shape }
  /// The number of elements.
  public var count: Int { data.count }
  /// The numbers in row-major order.
  public var elements: [Float] { data.elements }

  /// The one number of a tensor of one element.
  ///
  /// - Precondition: one element.
  public var item: Float {
    require(count == 1, "item of a tensor of shape \(shape), which has \(count) elements")
    return data.withElements { $0[0] }
  }

  /// Whether gradients pass back through this tensor.
  public var requiresGradient: Bool { node != nil }

  /// What ``backward(retainingGraph:)`` has added up for a tensor that was created with `requiresGradient`;
  /// `nil` before, and for results of operations.
  public var gradient: Tensor? {
    guard let node, node.isLeaf else { return nil }
    return node.gradient.map { Tensor($0) }
  }

  /// Forgets the gradient.
  public func zeroGradient() {
    node?.gradient = nil
  }

  /// The same numbers without their history.
  public var detached: Tensor { Tensor(data) }

  /// Changes the numbers of a leaf, which keeps its gradient; other copies of the tensor keep theirs.
  package mutating func update(_ change: (inout TensorData) throws -> Void) rethrows {
    var data = data
    let node = node
    self = Tensor(TensorData.empty, node: nil)
    defer { self = Tensor(data, node: node) }
    try change(&data)
  }

  /// The gradient of a leaf, without a tensor around it.
  package var gradientData: TensorData? {
    get { node?.gradient }
    nonmutating set { node?.gradient = newValue }
  }
}

extension TensorData {
  /// No numbers; stands in while others are changed in place.
  static let empty = TensorData([], shape: [0])
}

extension Tensor: CustomStringConvertible {
  /// The numbers in nested brackets, shortened where there are many.
  public var description: String { TensorText(data).text }
}
