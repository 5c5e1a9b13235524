/// What one epoch of training came to.
public struct EpochRecord: Sendable, Hashable, Codable {
  /// The epoch's number, from 1.
  public var epoch: Int
  public var training: Measures
  /// The training samples measured again after the epoch, in evaluation mode, where that was asked for.
  public var reevaluatedTraining: Measures?
  public var validation: Measures?
  public var learningRate: Float
  /// The mean over the epoch's steps of the Euclidean norm of all gradients, before clipping.
  public var gradientNorm: Double
  public var seconds: Double

  /// A mean loss over samples, and the share of them that was right where the loss is one of classification.
  public struct Measures: Sendable, Hashable, Codable {
    public var loss: Double
    /// From 0 to 1.
    public var accuracy: Double?

    public init(loss: Double, accuracy: Double? = nil) {
      self.loss = loss
      self.accuracy = accuracy
    }
  }

  public init(
    epoch: Int, training: Measures, reevaluatedTraining: Measures? = nil, validation: Measures? = nil,
    learningRate: Float, gradientNorm: Double, seconds: Double
  ) {
    self.epoch = epoch
    self.training = training
    self.reevaluatedTraining = reevaluatedTraining
    self.validation = validation
    self.learningRate = learningRate
    self.gradientNorm = gradientNorm
    self.seconds = seconds
  }

  /// What the validation says, or the training where there is no validation.
  public var judged: Measures { validation ?? reevaluatedTraining ?? training }
}

/// Adds up losses and right answers over batches.
struct MeasureSum {
  private var loss = 0.0
  private var weight = 0.0
  private var correct: Int? = 0
  private var count = 0

  /// Adds a batch: its mean loss and what that weighs beside the others', how many samples are right, and of how many.
  mutating func add(loss: Double, weight: Double, correct: Int?, count: Int) {
    self.loss += loss * weight
    self.weight += weight
    self.correct = self.correct.flatMap { sum in correct.map { sum + $0 } }
    self.count += count
  }

  /// The means; the loss of no sample is not a number.
  var measures: EpochRecord.Measures {
    EpochRecord.Measures(
      loss: loss / weight, accuracy: count > 0 ? correct.map { Double($0) / Double(count) } : nil)
  }
}
