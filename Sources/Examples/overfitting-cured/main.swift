// Overfits on purpose, reads the diagnosis, applies the first remedy that it names, and compares.
//
//   swift run overfitting-cured [folder]
import ATMLTrain

let folder = CommandLine.arguments.dropFirst().first ?? "."

// Few samples and a wide network: 80 points with more noise than signal can be learned by heart.
let setup = Setup(trainingSamples: 80, hidden: 128, epochs: 80)
let before = try setup.train(name: "overfitting", folder: folder)
let diagnosis = before.run.diagnose()
print("Before: \(Report(diagnosis).headline)")

// Remedies come in the order in which to try them, each with the reason why. The first that can be applied here is
// applied, whichever it is: change the setup above, and another one may come first.
let remedies = zip(diagnosis.remedies, Report(diagnosis).remedies).compactMap { remedy, line in
  setup.changed(by: remedy, after: diagnosis).map { (line: line, setup: $0) }
}
guard let first = remedies.first else { fatalError("no remedy for \(diagnosis.verdict.rawValue)") }
print("First remedy: \(first.line.action) \(first.line.reason)")
let after = try first.setup.train(name: "cured", folder: folder)
print("After: \(Report(after.run.diagnose()).headline)")
print("Validation loss: \(rounded(before.loss)) before, \(rounded(after.loss)) after\n")

// The first remedy saves what is good. The others change the run itself; here is what each brings alone.
print("Validation loss with one of the other remedies:")
for remedy in remedies.dropFirst() {
  print("\(rounded(try remedy.setup.train().loss))  \(remedy.line.action)")
}

func rounded(_ loss: Double) -> String { NumberText.fixed(loss, decimals: 3) }

/// What can be changed about the training run.
struct Setup {
  var trainingSamples: Int
  var hidden: Int
  var epochs: Int
  var dropout: Float = 0
  var weightDecay: Float = 0.01
  var patience: Int?

  /// The setup with what a remedy says; `nil` for a remedy that does not suit this program.
  func changed(by remedy: RankedRemedy, after diagnosis: Diagnosis) -> Setup? {
    var setup = self
    switch remedy.remedy {
    case .keepBestEpoch:
      // The same seeds give the same numbers: a run that ends with that epoch ends with the weights of that epoch.
      guard let kept = diagnosis.keep else { return nil }
      setup.epochs = Int(kept.epoch)
    case .stopEarly:
      setup.patience = remedy.action.measurements.first { $0.id == "patience" }.map { Int($0.value) }
    case .moreData: setup.trainingSamples *= 2
    case .addWeightDecay: setup.weightDecay *= 10
    case .addDropout: setup.dropout = 0.5
    case .smallerModel: setup.hidden /= 4
    default: return nil
    }
    return setup
  }

  /// Trains a network from the beginning; with a folder, writes the record and the report there.
  ///
  /// - Returns: the run, and the validation loss of the weights that it leaves behind.
  func train(name: String = "run", folder: String? = nil) throws -> (run: RunRecord, loss: Double) {
    var random = RandomSource(seed: 3)
    let model = Sequential {
      Linear(inputs: 8, outputs: hidden, using: &random)
      ReLU()
      if dropout > 0 { Dropout(dropout, using: &random) }
      Linear(inputs: hidden, outputs: 1, using: &random)
    }
    let trainer = Trainer(
      model, loss: MSELoss(),
      optimizer: AdamW(model.parameters, learningRate: 0.001, weightDecay: weightDecay))
    let training = DataLoader(Self.points(400, seed: 1).first(trainingSamples), batchSize: 16, shuffleSeed: 1)
    let validation = DataLoader(Self.points(1000, seed: 2), batchSize: 500)
    let run = try trainer.fit(
      training, validation: validation, epochs: epochs,
      options: FitOptions(name: name, record: folder.map { "\($0)/\(name).csv" }, replacesRecord: true),
      callbacks: patience.map { [.earlyStopping(patience: $0)] } ?? [])
    if let folder { try Report(run.diagnose()).write(to: "\(folder)/\(name).pdf") }
    return (run, try trainer.evaluate(validation).loss)
  }

  /// Points of eight numbers, of which the first alone says something about the target, and that with much noise.
  static func points(_ count: Int, seed: UInt64) -> TensorDataset {
    var random = RandomSource(seed: seed)
    let inputs = Tensor.normal([count, 8], using: &random)
    let noise = Tensor.normal([count, 1], standardDeviation: 0.8, using: &random)
    return TensorDataset(inputs: inputs, targets: inputs[0..., 0..<1].tanh() + noise)
  }
}
