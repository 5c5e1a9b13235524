import ATMLTrain
import TestSupport
import Testing

/// The code of the article of that name.
@Suite struct ReadingTheCurves {
  private let training: TensorDataset
  private let validation: TensorDataset
  private let trainer: Trainer
  private let scratch: ScratchFolder
  private var folder: String { scratch.path }

  init() throws {
    scratch = try ScratchFolder()
    (training, validation) = (Self.points(60, seed: 1), Self.points(200, seed: 2))
    var random = RandomSource(seed: 1)
    let model = Sequential {
      Linear(inputs: 8, outputs: 64, using: &random)
      ReLU()
      Linear(inputs: 64, outputs: 1, using: &random)
    }
    trainer = Trainer(model, loss: MSELoss(), optimizer: Adam(model.parameters, learningRate: 0.005))
  }

  /// Targets that hang on the mean of the inputs as much as on chance, which a network can only learn by heart.
  private static func points(_ count: Int, seed: UInt64) -> TensorDataset {
    var random = RandomSource(seed: seed)
    let inputs = Tensor.normal([count, 8], using: &random)
    let signal = inputs.sum(along: 1, keepingDimensions: true) / Float(8).squareRoot()
    return TensorDataset(inputs: inputs, targets: signal + .normal([count, 1], using: &random))
  }

  @Test func `a run is diagnosed after training, and as it goes`() throws {
    let trainingLoader = DataLoader(training, batchSize: 16, shuffleSeed: 1)
    let validationLoader = DataLoader(validation, batchSize: 200)

    let diagnosis = try trainer.fit(trainingLoader, validation: validationLoader, epochs: 40).diagnose()
    print(diagnosis.verdict.rawValue)  // overfitting
    if let keep = diagnosis.keep { print("keep epoch", keep.epoch) }
    for finding in diagnosis.findings { print(finding.rule, finding.severity, finding.confidence) }
    for remedy in diagnosis.remedies { print(remedy.remedy.action) }
    try Report(diagnosis).write(to: "\(folder)/report.pdf")
    #expect(diagnosis.verdict == .overfitting)
    #expect(diagnosis.findings.contains { $0.rule == "rising-validation-loss" })

    let run = try trainer.fit(
      trainingLoader, validation: validationLoader, epochs: 100,
      callbacks: [
        .liveDiagnosis(stoppingOn: [.overfitting], patience: 3) { print(Report($0).headline) }
      ])
    #expect(!run.epochs.isEmpty)

    var strict = RuleBook.standard
    try strict.set("rising-validation-loss.tolerance", to: 0.02)
    print(run.diagnose(with: strict).verdict.rawValue)
    #expect(run.diagnose(with: strict).flags(.overfitting))
  }
}
