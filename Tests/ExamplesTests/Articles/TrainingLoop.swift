import ATMLTrain
import Foundation
import TestSupport
import Testing

/// The code of the article of that name.
@Suite struct TrainingLoop {
  private let scratch: ScratchFolder
  private var folder: String { scratch.path }

  init() throws {
    scratch = try ScratchFolder()
  }

  /// Points whose class is the sign of their first number.
  private func points(_ count: Int, seed: UInt64) -> TensorDataset {
    var random = RandomSource(seed: seed)
    let inputs = Tensor.normal([count, 4], using: &random)
    return TensorDataset(inputs: inputs, targets: Tensor(inputs[0..., 0].elements.map { $0 > 0 ? 1 : 0 }))
  }

  @Test func `an epoch by hand`() throws {
    let (training, validation) = (points(200, seed: 1), points(100, seed: 2))
    var random = RandomSource(seed: 1)
    let model = Sequential {
      Linear(inputs: 4, outputs: 16, using: &random)
      ReLU()
      Dropout(0.2, using: &random)
      Linear(inputs: 16, outputs: 2, using: &random)
    }
    let loss = CrossEntropyLoss()
    let optimizer = SGD(model.parameters, learningRate: 0.1, momentum: 0.9)

    func trainEpoch(_ loader: DataLoader<TensorDataset>) throws -> Double {
      model.setMode(.training)
      var sum = 0.0
      for batch in loader {
        optimizer.zeroGradients()
        let value = try loss(model(batch.inputs), batch.targets)
        value.backward()
        optimizer.step()
        sum += Double(value.item) * Double(batch.count)
      }
      return sum / Double(loader.sampleCount)
    }

    func evaluate(_ loader: DataLoader<TensorDataset>) throws -> (loss: Double, accuracy: Double) {
      model.setMode(.evaluation)
      var sum = 0.0
      var correct = 0
      for batch in loader {
        let output = withoutGradients { model(batch.inputs) }
        sum += Double(try loss(output, batch.targets).item) * Double(batch.count)
        correct += loss.correctCount(output, batch.targets) ?? 0
      }
      let count = Double(loader.sampleCount)
      return (sum / count, Double(correct) / count)
    }

    let loader = DataLoader(training, batchSize: 16, shuffleSeed: 1)
    let validationLoader = DataLoader(validation, batchSize: 100)
    for epoch in 1...10 {
      let trainingLoss = try trainEpoch(loader)
      let measured = try evaluate(validationLoader)
      print(epoch, trainingLoss, measured.loss, measured.accuracy)
    }
    #expect(try evaluate(validationLoader).accuracy > 0.9)
  }

  @Test func `the same by a trainer`() throws {
    let (training, validation) = (points(200, seed: 1), points(100, seed: 2))
    var random = RandomSource(seed: 1)
    let model = Sequential {
      Linear(inputs: 4, outputs: 16, using: &random)
      ReLU()
      Linear(inputs: 16, outputs: 2, using: &random)
    }
    let trainer = Trainer(
      model, loss: CrossEntropyLoss(),
      optimizer: AdamW(model.parameters, learningRate: 0.01, weightDecay: 0.01),
      schedule: .warmUp(epochs: 2, then: .cosine(epochs: 18)), clipping: .norm(1))
    let run = try trainer.fit(
      DataLoader(training, batchSize: 16, shuffleSeed: 1), validation: DataLoader(validation, batchSize: 100),
      epochs: 20, options: FitOptions(record: "\(folder)/run.csv", classCount: 2),
      callbacks: [
        .progress { print($0, terminator: "") },
        .earlyStopping(patience: 5),
        .checkpoints("\(folder)/run.safetensors"),
      ])
    print(Report(run.diagnose()).headline)
    #expect(try scratch.names() == ["run.csv", "run.safetensors"])
    #expect(run.first(.accuracy, .validation)?.values.last ?? 0 > 0.9)

    var batches = 0
    let counter = TrainingCallback { event in
      switch event {
      case .batchEnded: batches += 1
      case .epochEnded(let record, _) where record.judged.loss < 0.05:
        return .stop(.other("the loss is low enough"))
      default: break
      }
      return .proceed
    }
    _ = try trainer.fit(DataLoader(training, batchSize: 16), epochs: 1, callbacks: [counter])
    #expect(batches == 13)
  }
}
