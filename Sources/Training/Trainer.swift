import NeuralNetworks
import RunRecords
import Tensors

/// Trains a network epoch by epoch, and writes down what came of each.
///
/// ```swift
/// let trainer = Trainer(
///   model, loss: CrossEntropyLoss(), optimizer: SGD(model.parameters, learningRate: 0.01, momentum: 0.9))
/// let run = try trainer.fit(
///   training, validation: validation, epochs: 30, options: FitOptions(record: "run.csv"))
/// ```
public final class Trainer {
  public let model: any Module
  public let loss: any Loss
  public let optimizer: any Optimizer
  /// How the learning rate changes from epoch to epoch, from the optimizer's when a fit begins; a constant one leaves
  /// it to the optimizer and to callbacks.
  public let schedule: any Schedule
  /// A limit for gradients, if any.
  public let clipping: GradientClipping?
  /// Whether the training samples are measured again after each epoch, in evaluation mode: the mean over an epoch's
  /// steps lags half an epoch behind, and dropout raises it.
  public let reevaluatesTraining: Bool
  /// How many threads large matrix products run on.
  public let threads: Int
  /// What the schedule starts from.
  private var initialLearningRate: Float
  /// What the schedule has set last; another rate has come from outside.
  private var scheduledLearningRate: Float?

  /// - Precondition: at least one thread; an optimizer that has parameters of the model.
  public init(
    _ model: any Module, loss: any Loss, optimizer: any Optimizer, schedule: any Schedule = .constant,
    clipping: GradientClipping? = nil, reevaluatesTraining: Bool = false, threads: Int = 1
  ) {
    require(threads >= 1, "at least one thread, not \(threads)")
    let trained = Set(model.parameters.map(ObjectIdentifier.init))
    require(
      optimizer.parameters.contains { trained.contains(ObjectIdentifier($0)) },
      "an optimizer of \(optimizer.parameters.count) parameters, of which the model has none: give it those of the "
        + "model that is trained, model.parameters; the model has \(trained.count), found in its stored properties"
    )
    self.model = model
    self.loss = loss
    self.optimizer = optimizer
    self.schedule = schedule
    self.clipping = clipping
    self.reevaluatesTraining = reevaluatesTraining
    self.threads = threads
    initialLearningRate = optimizer.learningRate
  }

  /// Trains without validation data.
  public func fit<Training: Dataset>(
    _ training: DataLoader<Training>, epochs: Int, options: FitOptions = FitOptions(),
    callbacks: [TrainingCallback] = []
  ) throws(TrainingError) -> RunRecord {
    try fit(
      training, validation: DataLoader<Training>?.none, epochs: epochs, options: options, callbacks: callbacks
    )
  }

  /// Trains for a number of epochs, or until a callback stops.
  ///
  /// Each epoch makes a step for every training batch in training mode, then measures the validation data in
  /// evaluation mode, and appends a row to the record's file.
  /// The model is left in evaluation mode, ready to be used.
  /// - Precondition: no negative number of epochs.
  /// - Returns: the run record; the same values as in the file.
  /// - Throws: ``TrainingError``; the epochs until then are in the file.
  public func fit<Training: Dataset, Validation: Dataset>(
    _ training: DataLoader<Training>, validation: DataLoader<Validation>?, epochs: Int,
    options: FitOptions = FitOptions(), callbacks: [TrainingCallback] = []
  ) throws(TrainingError) -> RunRecord {
    require(epochs >= 0, "training for \(epochs) epochs")
    if optimizer.learningRate != scheduledLearningRate { initialLearningRate = optimizer.learningRate }
    let progress = try begin(training, validation: validation, epochs: epochs, options: options)
    let file: RecordFile?
    if let path = options.record {
      file = try RecordFile(
        path: path, replacing: options.replacesRecord, facts: progress.facts, epochs: progress.history)
    } else {
      file = nil
    }
    // A run that has been stopped already is not gone on with by an epoch.
    var ending = try decision(on: .began(progress), callbacks)
    while ending == nil, progress.epoch < epochs {
      for callback in callbacks { _ = try callback.respond(.epochBegan(progress.epoch + 1, progress)) }
      let outcome = try epoch(
        progress.epoch + 1, training: training, validation: validation, progress: progress,
        callbacks: callbacks)
      switch outcome {
      case .measured(let record):
        progress.add(record)
        try file?.append(record)
        ending = try decision(on: .epochEnded(record, progress), callbacks)
      case .ended(let reason): ending = reason
      }
    }
    let reason = ending?.reason ?? .finished
    // Told before the best weights come back: a checkpoint has to go on from the last ones.
    let last = try decision(on: .ended(reason, progress), callbacks)
    if ending?.restoresBest == true || last?.restoresBest == true { try progress.restoreBest() }
    model.setMode(.evaluation)
    return progress.run
  }

  /// The mean loss over a loader's samples and the share that is right, in evaluation mode and without gradients.
  ///
  /// The model is left in the mode that it was in.
  /// - Throws: ``TrainingError``, also where there are no samples.
  public func evaluate<Source: Dataset>(
    _ loader: DataLoader<Source>
  ) throws(TrainingError) -> EpochRecord.Measures {
    guard !loader.dataset.isEmpty else { throw .noSamples(split: "evaluation") }
    return try model.evaluating { () throws(TrainingError) in try measure(loader, epoch: 0) }
  }

  private func begin<Training: Dataset, Validation: Dataset>(
    _ training: DataLoader<Training>, validation: DataLoader<Validation>?, epochs: Int, options: FitOptions
  ) throws(TrainingError) -> TrainingProgress {
    guard training.batchCount > 0 else { throw .noSamples(split: "training") }
    if let validation, validation.dataset.isEmpty { throw .noSamples(split: "validation") }
    var facts = RunFacts(
      batchSize: training.batchSize, trainingSize: training.sampleCount,
      validationSize: validation?.dataset.count,
      trainingLossMode: reevaluatesTraining ? .evaluation : .running)
    facts.classCount = options.classCount
    facts.guessingLoss = validation?.dataset.knownTargets.flatMap(loss.guessingLoss).flatMap {
      $0 > 0 ? $0 : nil
    }
    let progress = TrainingProgress(
      name: options.name, plannedEpochs: epochs, facts: facts, shuffleSeed: training.shuffleSeed,
      model: model, optimizer: optimizer)
    if let checkpoint = options.checkpoint { try progress.resume(from: checkpoint) }
    return progress
  }

  private struct Ending {
    var reason: StopReason
    var restoresBest: Bool
  }

  /// What came of an epoch.
  private enum Outcome {
    case measured(EpochRecord)
    /// A callback ended it after a step.
    case ended(Ending)
  }

  /// Asks all callbacks; the first that stops gives the reason.
  private func decision(
    on event: TrainingEvent, _ callbacks: [TrainingCallback]
  ) throws(TrainingError) -> Ending? {
    var ending: Ending?
    for callback in callbacks {
      guard case .stop(let reason, let restoresBest) = try callback.respond(event) else { continue }
      let isAsked = restoresBest || ending?.restoresBest == true
      ending = Ending(reason: ending?.reason ?? reason, restoresBest: isAsked)
    }
    return ending
  }
}

extension Trainer {
  /// Makes a step for every batch unless a callback ends the training, then measures.
  private func epoch<Training: Dataset, Validation: Dataset>(
    _ number: Int, training: DataLoader<Training>, validation: DataLoader<Validation>?,
    progress: TrainingProgress,
    callbacks: [TrainingCallback]
  ) throws(TrainingError) -> Outcome {
    let clock = ContinuousClock()
    let begin = clock.now
    if !(schedule is ConstantSchedule) {
      optimizer.learningRate = schedule.learningRate(
        at: number - 1, from: initialLearningRate, after: progress.history.map(\.judged.loss))
      scheduledLearningRate = optimizer.learningRate
    }
    model.setMode(.training)
    var sum = MeasureSum()
    var norms = 0.0
    var batchNumber = 0
    training.epoch = number - 1
    progress.isAmidEpoch = true
    var batches = training.batches()
    while let batch = try next(&batches) {
      batchNumber += 1
      let step = try self.step(batch, epoch: number, batch: batchNumber)
      if !step.loss.isFinite { try checkInputs(batch, epoch: number, batch: batchNumber) }
      norms += step.gradientNorm
      sum.add(loss: step.loss, weight: step.weight, correct: step.correct, count: batch.count)
      let record = BatchRecord(
        epoch: number, batch: batchNumber, batchCount: training.batchCount, loss: step.loss)
      if let ending = try decision(on: .batchEnded(record), callbacks) { return .ended(ending) }
    }
    model.setMode(.evaluation)
    let reevaluated = reevaluatesTraining ? try measure(training, epoch: number) : nil
    var validated: EpochRecord.Measures?
    if let validation { validated = try measure(validation, epoch: number) }
    return .measured(
      EpochRecord(
        epoch: number, training: sum.measures, reevaluatedTraining: reevaluated, validation: validated,
        learningRate: optimizer.learningRate, gradientNorm: norms / Double(batchNumber),
        seconds: (clock.now - begin) / .seconds(1)))
  }

  private func step(
    _ batch: Batch, epoch: Int, batch number: Int
  ) throws(TrainingError) -> (loss: Double, weight: Double, correct: Int?, gradientNorm: Double) {
    do throws(LossError) {
      return try ComputeThreads.with(threads) { () throws(LossError) in
        optimizer.zeroGradients()
        let output = model(batch.inputs)
        let value = try loss(output, batch.targets)
        value.backward()
        let norm = clipping?.clip(optimizer.parameters) ?? optimizer.parameters.gradientNorm
        optimizer.step()
        let weight = loss.totalWeight(output, batch.targets)
        return (meanLoss(value, weight), weight, loss.correctCount(output, batch.targets), Double(norm))
      }
    } catch {
      throw .loss(error, epoch: epoch, batch: number)
    }
  }

  /// Measures a loader's samples without gradients, in the mode that the model is in.
  private func measure<Source: Dataset>(
    _ loader: DataLoader<Source>, epoch: Int
  ) throws(TrainingError) -> EpochRecord.Measures {
    var sum = MeasureSum()
    var number = 0
    var batches = loader.orderedBatches()
    while let batch = try next(&batches) {
      number += 1
      do throws(LossError) {
        try ComputeThreads.with(threads) { () throws(LossError) in
          try withoutGradients { () throws(LossError) in
            let output = model(batch.inputs)
            let value = try loss(output, batch.targets)
            let weight = loss.totalWeight(output, batch.targets)
            sum.add(
              loss: meanLoss(value, weight), weight: weight,
              correct: loss.correctCount(output, batch.targets), count: batch.count)
          }
        }
      } catch {
        throw .loss(error, epoch: epoch, batch: number)
      }
      if !sum.measures.loss.isFinite { try checkInputs(batch, epoch: epoch, batch: number) }
    }
    return sum.measures
  }

  /// Tells a loss that the data spoilt from one that the training did.
  ///
  /// - Throws: ``TrainingError`` where an input of a batch is not finite.
  private func checkInputs(_ batch: Batch, epoch: Int, batch number: Int) throws(TrainingError) {
    let place = batch.inputData.withElements { $0.firstIndex { !$0.isFinite } }
    guard let place else { return }
    throw .input(
      batch.inputData.elements[place], sample: place * batch.count / batch.inputData.count, epoch: epoch,
      batch: number)
  }

  /// The loss of a batch as a mean by the weights of its samples, whichever way it was reduced.
  private func meanLoss(_ value: Tensor, _ weight: Double) -> Double {
    loss.reduction == .mean ? Double(value.item) : Double(value.item) / weight
  }

  private func next<Source: Dataset>(
    _ batches: inout BatchIterator<Source>
  ) throws(TrainingError) -> Batch? {
    do throws(Source.Element.Failure) {
      return try batches.next()
    } catch {
      throw .data(error)
    }
  }
}
