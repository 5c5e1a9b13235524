import Tensors

/// Brings each feature to the batch's mean 0 and variance 1, then scales and shifts it by what is learned:
/// `y = γ (x − μ) / √(σ² + ε) + β` (Ioffe and Szegedy 2015).
///
/// ``BatchNorm1d`` takes rows and sequences, ``BatchNorm2d`` images: shapes `[batch, features]` or
/// `[batch, features, ...]`, where all positions of a feature count together; weight γ and bias β `[features]`.
/// In training, μ and σ² are the batch's, and the running statistics follow them by
/// `r ← (1 − momentum) r + momentum · new`, the variance with `n − 1` in place of `n`. In evaluation the running
/// statistics are used. The names in files of weights are PyTorch's.
public class BatchNorm: Module {
  public let features: Int
  /// What is added to the variance, so that nothing is divided by 0.
  public let epsilon: Float
  /// How much of the running statistics a batch replaces.
  public let momentum: Float
  public let weight: Parameter?
  public let bias: Parameter?
  @Buffer public var runningMean: Tensor
  @Buffer public var runningVariance: Tensor
  /// How many batches the running statistics have seen.
  @Buffer public var batchCount: Tensor
  public private(set) var mode: Mode? = .training
  /// How many axes an input may have, and what it is made of, for messages.
  private let ranks: ClosedRange<Int>
  private let shapes: String

  /// - Precondition: at least one feature; a momentum from 0 to 1.
  init(
    features: Int, epsilon: Float, momentum: Float, affine: Bool, ranks: ClosedRange<Int>, shapes: String
  ) {
    require(features > 0, "batch normalisation of \(features) features")
    require((0...1).contains(momentum), "a momentum from 0 to 1, not \(momentum)")
    self.features = features
    self.epsilon = epsilon
    self.momentum = momentum
    self.ranks = ranks
    self.shapes = shapes
    weight = affine ? Parameter(TensorData(repeating: 1, shape: [features])) : nil
    bias = affine ? Parameter(TensorData(repeating: 0, shape: [features])) : nil
    _runningMean = Buffer(wrappedValue: .zeros([features]))
    _runningVariance = Buffer(wrappedValue: .ones([features]))
    _batchCount = Buffer(wrappedValue: Tensor(0))
  }

  public func setMode(_ mode: Mode) {
    self.mode = mode
  }

  public var members: [ModuleMember] {
    let affine = [("weight", weight), ("bias", bias)].compactMap { name, parameter in
      parameter.map { ModuleMember.parameter(name, $0) }
    }
    return affine + [
      .buffer("running_mean", $runningMean), .buffer("running_var", $runningVariance),
      .buffer("num_batches_tracked", $batchCount),
    ]
  }

  public var configuration: String { "features: \(features)" + (weight == nil ? ", affine: false" : "") }

  /// - Precondition: the shape above; in training, more than one number of each feature.
  public func forward(_ input: Tensor) -> Tensor {
    let shape = input.shape
    require(
      ranks.contains(shape.rank) && shape[1] == features,
      "an input of shape \(shape) for a batch normalisation of \(features) features; expected \(shapes)")
    if shape.rank == 2 { return normalized(input) }
    let last = shape.rank - 1
    let rows = input.permuted([0] + Array(2...last) + [1])
    let output = normalized(rows.reshaped(to: [rows.count / features, features]))
    return output.reshaped(to: rows.shape).permuted([0, last] + Array(1..<last))
  }

  /// The output for a matrix of rows.
  private func normalized(_ rows: Tensor) -> Tensor {
    var output = mode == .training ? standardizedByBatch(rows) : standardizedByHistory(rows)
    if let weight { output = output * weight.wrappedValue }
    if let bias { output = output + bias.wrappedValue }
    return output
  }

  private func standardizedByBatch(_ rows: Tensor) -> Tensor {
    let count = rows.shape[0]
    require(
      count > 1,
      "batch normalisation cannot train on one sample, whose variance is unknown: use a larger batch size, or "
        + "drop the last, incomplete batch of an epoch")
    let standardization = rows.standardized(.columns, epsilon: epsilon)
    let unbiased = Float(count) / Float(count - 1)
    $runningMean.follow(standardization.mean, by: momentum)
    $runningVariance.follow(standardization.variance, scale: unbiased, by: momentum)
    batchCount = batchCount + 1
    return standardization.output
  }

  private func standardizedByHistory(_ rows: Tensor) -> Tensor {
    (rows - runningMean) / (runningVariance + epsilon).squareRoot()
  }
}

extension Buffer {
  /// Moves the numbers towards others.
  fileprivate func follow(_ data: TensorData, scale: Float = 1, by share: Float) {
    var numbers = wrappedValue.data
    numbers.scale(by: 1 - share)
    numbers.addScaled(data, by: share * scale)
    wrappedValue = Tensor(numbers)
  }
}
