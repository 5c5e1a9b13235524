import NeuralNetworks
import RunRecords

/// How far a training run has come; callbacks look at it.
public final class TrainingProgress {
  public let name: String
  /// The number of epochs that were asked for.
  public let plannedEpochs: Int
  public let facts: RunFacts
  /// The epochs so far.
  public private(set) var history: [EpochRecord] = []
  /// The epoch with the lowest validation loss so far (training loss, where there is no validation) and the
  /// model's state after it.
  public private(set) var best: (epoch: Int, state: ModuleState)?
  /// Whether steps of an epoch were made that is not among the epochs so far.
  public internal(set) var isAmidEpoch = false
  private let shuffleSeed: UInt64?
  private let model: any Module
  private let optimizer: any Optimizer

  init(
    name: String, plannedEpochs: Int, facts: RunFacts, shuffleSeed: UInt64?, model: any Module,
    optimizer: any Optimizer
  ) {
    self.name = name
    self.plannedEpochs = plannedEpochs
    self.facts = facts
    self.shuffleSeed = shuffleSeed
    self.model = model
    self.optimizer = optimizer
  }

  /// The number of the last epoch; 0 before the first.
  public var epoch: Int { history.last?.epoch ?? 0 }

  /// The record of the epochs so far.
  public var run: RunRecord { run(through: epoch) }

  /// The record of the first so many epochs, as it was after the last of them.
  public func run(through epoch: Int) -> RunRecord {
    RunRecord(name: name, epochs: Array(history.prefix(Swift.max(epoch, 0))), facts: facts)
  }

  /// Everything that is needed to go on from here, or to use the model.
  public var checkpoint: Checkpoint {
    Checkpoint(
      model: model.state, optimizer: optimizer.state, history: history, best: best, facts: facts,
      shuffleSeed: shuffleSeed)
  }

  func add(_ record: EpochRecord) {
    history.append(record)
    isAmidEpoch = false
    let lowest = best.flatMap { best in history.first { $0.epoch == best.epoch }?.judged.loss }
    // The first epoch counts even without a finite loss, so that there is always a state to go back to.
    if let lowest, lowest.isFinite, !(record.judged.loss < lowest) { return }
    if best != nil, !record.judged.loss.isFinite { return }
    best = (record.epoch, model.state)
  }

  func resume(from checkpoint: Checkpoint) throws(TrainingError) {
    do {
      try checkpoint.check(facts: facts, shuffleSeed: shuffleSeed)
    } catch {
      throw .checkpoint(error)
    }
    do {
      // The best weights first: they would be missed only at the end.
      if let best = checkpoint.best { try model.load(best.state) }
      try model.load(checkpoint.model)
      try optimizer.load(checkpoint.optimizer)
    } catch {
      throw .checkpoint(CheckpointError(path: checkpoint.path, problem: "\(error)"))
    }
    history = checkpoint.history
    best = checkpoint.best
  }

  func restoreBest() throws(TrainingError) {
    guard let best else { return }
    do {
      try model.load(best.state)
    } catch {
      throw .checkpoint(error)
    }
  }
}
