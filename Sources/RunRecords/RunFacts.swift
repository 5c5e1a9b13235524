/// What is known about a run beside its curves; every fact may be missing.
public struct RunFacts: Sendable, Hashable, Codable {
  /// How a training loss was taken.
  public enum TrainingLossMode: String, Sendable, Hashable, Codable, CaseIterable {
    /// A mean over the epoch's batches while the weights were changing, with dropout on.
    case running
    /// Measured after the epoch in evaluation mode.
    case evaluation
  }

  /// The number of classes of a classification task.
  public var classCount: Int?
  public var batchSize: Int?
  /// The number of training samples.
  public var trainingSize: Int?
  /// The number of validation samples.
  public var validationSize: Int?
  public var trainingLossMode: TrainingLossMode?
  /// The validation loss of the best answer that looks at no input: the entropy of the class shares in nats for a
  /// cross-entropy, the variance of the targets for a mean squared error. Above zero.
  public var guessingLoss: Double?

  public init(
    classCount: Int? = nil, batchSize: Int? = nil, trainingSize: Int? = nil,
    validationSize: Int? = nil, trainingLossMode: TrainingLossMode? = nil, guessingLoss: Double? = nil
  ) {
    self.classCount = classCount
    self.batchSize = batchSize
    self.trainingSize = trainingSize
    self.validationSize = validationSize
    self.trainingLossMode = trainingLossMode
    self.guessingLoss = guessingLoss
  }
}
