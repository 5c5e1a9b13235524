import ATMLTrain
import ArgumentParser
import Texts

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The model, the loss and the trainer that options describe.
struct Experiment {
  private let model: Sequential
  private let trainer: Trainer
  private let options: RunOptions
  private let outline: TrainingData.Outline
  private let normalizesBatches: Bool

  /// - Throws: `ValidationError` where options and data do not go together.
  init(_ command: Train, outline: TrainingData.Outline) throws {
    var random = RandomSource(seed: command.options.seed)
    options = command.options
    self.outline = outline
    normalizesBatches = command.model.batchNorm
    model = try command.model.network(for: outline, using: &random)
    let loss: any Loss =
      outline.classNames == nil
      ? MSELoss(units: outline.targetStatistics?.deviation.elements)
      : CrossEntropyLoss(labelSmoothing: command.optimization.labelSmoothing)
    trainer = Trainer(
      model, loss: loss, optimizer: command.optimization.optimizer(for: model.parameters),
      schedule: command.optimization.schedule(epochs: command.options.epochs),
      clipping: command.optimization.clipping, reevaluatesTraining: command.options.reevaluate,
      threads: command.options.threads)
  }

  /// What a run leaves behind.
  struct Result {
    let run: RunRecord
    /// The weights of the best epoch, if one was finished.
    let best: ModuleState?
    /// The names of the classes in the order of the outputs.
    let classNames: [String]?

    /// - Throws: ``TrainingError`` where the file cannot be written.
    func save(to path: String?) throws(TrainingError) {
      guard let path, let best else { return }
      do {
        try best.write(to: path, metadata: metadata)
      } catch {
        throw .checkpoint(error)
      }
    }

    /// What whoever uses the weights has to know: which output is which class.
    private var metadata: [String: String] {
      guard let classNames, let text = try? JSONEncoder().encode(classNames) else { return [:] }
      return ["classes": String(decoding: text, as: UTF8.self)]
    }
  }

  /// Trains, and records what the options ask for.
  func fit<Training: Dataset, Validation: Dataset>(
    _ training: Training, _ validation: Validation, _ text: ProgressText, _ interruption: Interruption
  ) throws(TrainingError) -> Result {
    var resumed: Checkpoint?
    if options.resume, let path = options.checkpoint { resumed = try Checkpoint(contentsOf: path) }
    text.write(introduction(training: training.count, validation: validation.count))
    var best: ModuleState?
    let watch = TrainingCallback { event in
      guard case .ended(let reason, let progress) = event else { return .proceed }
      best = progress.best?.state
      if let resumed, resumed.history.count == progress.epoch, reason == .finished {
        text.write(
          "Nothing to do: the checkpoint has \(progress.epoch) epochs, --epochs asks for \(options.epochs).\n"
        )
      }
      if reason != .finished { text.end(with: "Stopped after epoch \(progress.epoch): \(reason)\n") }
      return .proceed
    }
    let run = try trainer.fit(
      DataLoader(
        training, batchSize: options.batchSize, shuffleSeed: options.seed,
        // Batch normalisation cannot measure a batch of one sample.
        dropsLast: normalizesBatches && training.count % options.batchSize == 1),
      validation: DataLoader(
        measuring: validation, trainedInBatchesOf: options.batchSize, sampleSize: outline.input.elementCount),
      epochs: options.epochs,
      options: FitOptions(
        name: options.runName, record: options.record, replacesRecord: options.overwrite,
        classCount: outline.classNames?.count,
        resumingFrom: resumed),
      callbacks: callbacks(text) + [interruption.callback, watch])
    return Result(run: run, best: best, classNames: outline.classNames)
  }

  private func callbacks(_ text: ProgressText) -> [TrainingCallback] {
    var callbacks = [text.callback, .stopWhenNotFinite]
    if let path = options.checkpoint { callbacks.append(.checkpoints(path)) }
    if let patience = options.earlyStopping { callbacks.append(.earlyStopping(patience: patience)) }
    if let condition = options.stopOn { callbacks.append(.liveDiagnosis(stoppingOn: [condition])) }
    return callbacks
  }

  private func introduction(training: Int, validation: Int) -> String {
    var text = "\(training) training and \(validation) validation samples"
    if let names = outline.classNames {
      let shown = names.prefix(10).map { PrintableText.masked($0) }.joined(separator: ", ")
      text += " of \(names.count) classes (\(shown)\(names.count > 10 ? ", ..." : ""))"
    }
    if outline.inputStatistics != nil { text += ", standardised" }
    text += "; \(model.parameterCount) parameters\n"
    if outline.targetStatistics != nil {
      text +=
        "The loss counts in the variance of the target: 1 is no better than always answering its mean.\n"
    }
    return text
  }
}
