import Tensors

/// Brings each feature to the batch's mean 0 and variance 1, then scales and shifts it by what is learned:
/// `y = γ (x − μ) / √(σ² + ε) + β` (Ioffe and Szegedy 2015).
///
/// Shapes: input and output `[batch, features]` or `[batch, features, length]`; weight γ and bias β `[features]`.
/// In training, μ and σ² are the batch's, and the running statistics follow them by
/// `r ← (1 − momentum) r + momentum · new`, the variance with `n − 1` in place of `n`. In evaluation the running
/// statistics are used. The names in files of weights are PyTorch's.
public final class BatchNorm1d: Module {
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

  /// A layer that scales by 1 and shifts by 0 at first.
  ///
  /// - Parameters:
  ///   - features: how many features an input has.
  ///   - epsilon: what is added to the variance.
  ///   - momentum: how much of the running statistics a batch replaces.
  ///   - affine: whether features are scaled and shifted afterwards.
  /// - Precondition: at least one feature; a momentum from 0 to 1.
  public init(features: Int, epsilon: Float = 1e-5, momentum: Float = 0.1, affine: Bool = true) {
    require(features > 0, "batch normalisation of \(features) features")
    require((0...1).contains(momentum), "a momentum from 0 to 1, not \(momentum)")
    self.features = features
    self.epsilon = epsilon
    self.momentum = momentum
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

  /// - Precondition: the shape above; in training, more than one number of each feature.
  public func forward(_ input: Tensor) -> Tensor {
    let shape = input.shape
    require(
      (shape.rank == 2 || shape.rank == 3) && shape[1] == features,
      "an input of shape \(shape) for a batch normalisation of \(features) features; expected "
        + "[batch, \(features)] or [batch, \(features), length]")
    if shape.rank == 2 { return normalized(input) }
    let rows = input.permuted([0, 2, 1])
    let output = normalized(rows.reshaped(to: [shape[0] * shape[2], features]))
    return output.reshaped(to: rows.shape).permuted([0, 2, 1])
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
