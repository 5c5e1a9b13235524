import Tensors

/// Samples that lie in memory as two arrays of numbers, entry by entry along their first axes.
public struct TensorDataset: Dataset {
  /// `[samples, ...]`
  public let inputs: TensorData
  /// `[samples]` with the numbers of classes, or `[samples, ...]` with values.
  public internal(set) var targets: TensorData
  /// The names of the classes by their numbers, where targets are classes and the source names them.
  public var classNames: [String]?
  /// The names of the inputs' columns, where they are from a table.
  public internal(set) var featureNames: [String]?

  /// The numbers of the classes that occur in the training data, where these data belong to some.
  var trainedClasses: Set<Int>?
  /// Whether inputs were brought from bytes to 0...1; `nil` where they are from no array.
  var isScaledFromBytes: Bool?
  /// What was noticed while the data were read that whoever trains on them should know, each in a sentence.
  public internal(set) var notes: [String] = []

  /// - Precondition: as many inputs as targets.
  public init(inputs: TensorData, targets: TensorData) {
    require(
      inputs.shape.rank > 0 && targets.shape.rank > 0 && inputs.shape[0] == targets.shape[0],
      "a dataset with inputs of shape \(inputs.shape) and targets of shape \(targets.shape)")
    self.inputs = inputs
    self.targets = targets
  }

  public init(inputs: Tensor, targets: Tensor) {
    self.init(inputs: inputs.data, targets: targets.data)
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { inputs.shape[0] }

  public subscript(position: Int) -> Sample {
    Sample(
      input: inputs.rows(position..<(position + 1)).reshaped(to: inputs.shape.removing(axis: 0)),
      target: targets.rows(position..<(position + 1)).reshaped(to: targets.shape.removing(axis: 0)))
  }

  public func batch(at places: [Int], workers: Int) -> Batch {
    Batch(inputs: inputs.rows(at: places), targets: targets.rows(at: places))
  }
}
