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
