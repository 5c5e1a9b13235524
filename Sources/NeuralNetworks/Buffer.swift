import Tensors

/// Numbers of a module that belong to its state but are not trained, such as running statistics.
@propertyWrapper
public final class Buffer {
  public var wrappedValue: Tensor {
    didSet {
      require(
        wrappedValue.shape == oldValue.shape,
        "a buffer of shape \(oldValue.shape) was given the shape \(wrappedValue.shape)")
      wrappedValue = wrappedValue.detached
    }
  }

  public init(wrappedValue: Tensor) {
    self.wrappedValue = wrappedValue.detached
  }

  public var projectedValue: Buffer { self }
}
