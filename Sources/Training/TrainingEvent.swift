/// Something that happens while a network is trained.
public enum TrainingEvent {
  /// Before the first epoch, or the first one after resuming; the progress has the epochs that were resumed.
  case began(TrainingProgress)
  /// Before the first step of an epoch, given its number from 1.
  case epochBegan(Int, TrainingProgress)
  /// A step was made.
  case batchEnded(BatchRecord)
  /// An epoch was measured and recorded.
  case epochEnded(EpochRecord, TrainingProgress)
  /// No more epochs will follow; an answer can still ask for the best weights.
  case ended(StopReason, TrainingProgress)
}

/// What one step of training came to.
public struct BatchRecord: Sendable, Hashable {
  /// The epoch's number, from 1.
  public var epoch: Int
  /// The batch's number in its epoch, from 1.
  public var batch: Int
  /// The number of batches in an epoch.
  public var batchCount: Int
  /// The loss of this batch.
  public var loss: Double
}

/// Why training ended.
public enum StopReason: Sendable, Hashable, CustomStringConvertible {
  /// All epochs that were asked for were made.
  case finished
  /// The validation loss has not improved for so many epochs.
  case noProgress(epochs: Int)
  /// The training loss is not a finite number.
  case notFinite
  /// A diagnosis found something.
  case diagnosis(String)
  /// It was ended from outside, amid an epoch that is not recorded.
  case interrupted
  case other(String)

  public var description: String {
    switch self {
    case .finished: "all epochs were made"
    case .noProgress(let epochs): "no better validation loss for \(epochs) epoch\(epochs == 1 ? "" : "s")"
    case .notFinite: "the training loss is no longer a finite number"
    case .diagnosis(let text), .other(let text): text
    case .interrupted: "interrupted"
    }
  }
}

/// Whether training goes on.
public enum TrainingDecision: Sendable, Hashable {
  case proceed
  /// No more epochs; with `restoringBest` the model gets the weights of its best epoch back.
  case stop(StopReason, restoringBest: Bool = false)
}

/// Something that is told of every event of a training run, and may end it.
///
/// ```swift
/// let run = try trainer.fit(training, validation: validation, epochs: 100, callbacks: [.earlyStopping(patience: 5)])
/// ```
public struct TrainingCallback {
  /// Responds to an event. What it answers at the beginning and at the end of an epoch decides; an answer to the end of
  /// a step ends the training at once, and the epoch in flight is not recorded.
  public let respond: (TrainingEvent) throws(TrainingError) -> TrainingDecision

  public init(_ respond: @escaping (TrainingEvent) throws(TrainingError) -> TrainingDecision) {
    self.respond = respond
  }
}
