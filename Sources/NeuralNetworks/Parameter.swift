import Tensors

/// Numbers of a module that training changes.
///
/// ```swift
/// @Parameter var weight: Tensor
/// ```
///
/// The module reads the tensor; an optimiser changes it through the parameter (`$weight`).
@propertyWrapper
public final class Parameter {
  private var tensor: Tensor

  public init(wrappedValue: Tensor) {
    tensor = Tensor(wrappedValue.data, requiresGradient: true)
  }

  public convenience init(_ data: TensorData) {
    self.init(wrappedValue: Tensor(data))
  }

  /// The numbers, as a tensor that gradients are taken for; setting it keeps the gradient.
  ///
  /// - Precondition: a new tensor has the old one's shape.
  public var wrappedValue: Tensor {
    get { isTrained ? tensor : tensor.detached }
    set { update { $0 = newValue.data } }
  }

  public var projectedValue: Parameter { self }

  /// Whether gradients are taken; `false` freezes the parameter.
  public var isTrained = true

  public var shape: Shape { tensor.shape }

  /// The gradient that has been added up since ``zeroGradient()``.
  public var gradient: Tensor? { tensor.gradient }

  public func zeroGradient() { tensor.zeroGradient() }

  /// Changes the numbers where they are; what was computed from them before stays as it was.
  ///
  /// - Precondition: the shape stays the same.
  public func update(_ change: (inout TensorData) -> Void) {
    let shape = shape
    tensor.update(change)
    require(tensor.shape == shape, "a parameter of shape \(shape) was given the shape \(tensor.shape)")
  }

  /// The gradient without a tensor around it, for optimisers.
  var gradientData: TensorData? {
    get { tensor.gradientData }
    set { tensor.gradientData = newValue }
  }
}
