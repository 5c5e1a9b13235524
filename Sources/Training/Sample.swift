import Tensors

/// One example of a dataset: what the network is shown, and what it should answer.
public struct Sample: Sendable, Hashable {
  /// The network's input, without a batch axis: `[features]` or `[channels, height, width]`.
  public var input: TensorData
  /// The number of a class as a scalar, or the values to predict.
  public var target: TensorData

  public init(input: TensorData, target: TensorData) {
    self.input = input
    self.target = target
  }

  /// A sample of a class.
  public init(input: TensorData, classIndex: Int) {
    self.init(input: input, target: TensorData([Float(classIndex)], shape: []))
  }
}

/// An element of a dataset: a sample, or something that one can be made of, such as an image file.
public protocol SampleSource: Sendable {
  /// What can go wrong on the way to the sample; `Never` for what is in memory.
  associatedtype Failure: Error

  /// The sample, read and decoded where it has to be.
  func sample() throws(Failure) -> Sample

  /// The number of the sample's class where it is known without decoding; `nil` where there are no classes.
  var classIndex: Int? { get }
}

extension Sample: SampleSource {
  public func sample() -> Sample { self }

  public var classIndex: Int? {
    guard target.shape.rank == 0, let value = target.elements.first, let index = Int(exactly: value),
      index >= 0
    else { return nil }
    return index
  }
}
