import NeuralNetworks
import RunRecords

/// A training run at the end of an epoch: everything that is needed to go on to the same numbers as an unbroken
/// run, or to use the model.
public struct Checkpoint: Sendable {
  public var model: ModuleState
  public var optimizer: OptimizerState
  /// The epochs until then; schedules and early stopping follow from them.
  public var history: [EpochRecord]
  /// The epoch with the lowest validation loss, and the model's state after it.
  public var best: (epoch: Int, state: ModuleState)?
  /// What the run is trained on, so that it is not taken up with other data.
  public var facts: RunFacts
  /// The seed of the order of the training samples.
  public var shuffleSeed: UInt64?
  /// The file that the checkpoint was read from, for messages.
  public internal(set) var path: String?

  public init(
    model: ModuleState, optimizer: OptimizerState, history: [EpochRecord],
    best: (epoch: Int, state: ModuleState)? = nil, facts: RunFacts = RunFacts(), shuffleSeed: UInt64? = nil
  ) {
    self.model = model
    self.optimizer = optimizer
    self.history = history
    self.best = best
    self.facts = facts
    self.shuffleSeed = shuffleSeed
  }
}
