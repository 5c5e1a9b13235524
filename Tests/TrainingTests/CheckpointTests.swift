import ArrayFiles
import Foundation
import NeuralNetworks
import RunRecords
import Tensors
import TestSupport
import Testing
import Training

@Suite struct CheckpointTests {
  @Test func `a run taken up from a file goes on to the same numbers as an unbroken one`() throws {
    let folder = try ScratchFolder()
    let (training, validation) = Toy.loaders()
    let unbroken = try Toy.trainer().fit(training, validation: validation, epochs: 9)
    _ = try Toy.trainer().fit(
      training, validation: validation, epochs: 4, options: FitOptions(record: folder("run.csv")),
      callbacks: [.checkpoints(folder("run.safetensors"))])
    let resumed = try Toy.trainer(seed: 50).fit(
      training, validation: validation, epochs: 9,
      options: FitOptions(
        record: folder("run.csv"), resumingFrom: try Checkpoint(contentsOf: folder("run.safetensors"))))
    for (one, other) in zip(unbroken.series, resumed.series) where one.metric.kind != .time {
      #expect(one.values == other.values, "\(one.name)")
    }
    let rows = try String(contentsOfFile: folder("run.csv"), encoding: .utf8).split(separator: "\n")
    #expect(rows.filter { $0.first?.isNumber == true }.count == 9)
  }

  @Test func `a diverged history survives the file`() throws {
    let folder = try ScratchFolder()
    let model = Toy.classifier(seed: 1)
    let record = EpochRecord(
      epoch: 1, training: .init(loss: .nan), validation: .init(loss: .infinity, accuracy: 0.5),
      learningRate: 0.1,
      gradientNorm: -.infinity, seconds: 0.25)
    try Checkpoint(model: model.state, optimizer: OptimizerState(), history: [record]).write(to: folder("c"))
    let read = try #require(try Checkpoint(contentsOf: folder("c")).history.first)
    #expect(read.training.loss.isNaN)
    #expect(read.validation == record.validation)
    #expect(read.gradientNorm == -.infinity)
  }

  @Test func `weights go through a file unchanged, with PyTorch's names`() throws {
    let folder = try ScratchFolder()
    let model = Toy.classifier(seed: 4, dropout: 0.5)
    try model.state.write(to: folder("w.safetensors"))
    let names = try SafetensorsFile(contentsOf: folder("w.safetensors")).entries.map(\.name)
    #expect(names.sorted() == ["0.bias", "0.weight", "3.bias", "3.weight"])
    let other = Toy.classifier(seed: 5, dropout: 0.5)
    #expect(other.state != model.state)
    try other.load(try ModuleState(contentsOf: folder("w.safetensors")))
    #expect(other.state == model.state)
  }

  @Test func `weights of another model are refused as a whole, with every name and shape`() throws {
    let model = Toy.classifier(seed: 1)
    let before = model.state
    var state = before
    state.tensors["0.weight"] = TensorData([1, 2], shape: [1, 2])
    state.tensors["2.bias"] = nil
    state.tensors["7.weight"] = TensorData([1], shape: [1])
    let error = #expect(throws: ModuleStateError.self) { try model.load(state) }
    let text = "\(try #require(error))"
    #expect(text.contains("0.weight has shape [1, 2], the model's has [16, 2]"))
    #expect(text.contains("missing: 2.bias"))
    #expect(text.contains("not in the model: 7.weight"))
    #expect(model.state == before)
  }

  @Test func `a checkpoint of another optimiser or model is refused`() throws {
    let (training, validation) = Toy.loaders()
    var kept: Checkpoint?
    let keep = TrainingCallback { event in
      if case .epochEnded(_, let progress) = event { kept = progress.checkpoint }
      return .proceed
    }
    _ = try Toy.trainer().fit(training, validation: validation, epochs: 1, callbacks: [keep])
    var checkpoint = try #require(kept)
    let model = Toy.classifier(seed: 1, dropout: 0.2)
    let trainer = Trainer(
      model, loss: CrossEntropyLoss(), optimizer: SGD(model.parameters, learningRate: 0.1, momentum: 0.9))
    let other = #expect(throws: TrainingError.self) {
      try trainer.fit(
        training, validation: validation, epochs: 2, options: FitOptions(resumingFrom: checkpoint))
    }
    #expect("\(try #require(other))".contains("it is another optimiser's"))
    checkpoint.optimizer.memories["exp_avg"]?[0] = TensorData([1], shape: [1])
    let damaged = #expect(throws: TrainingError.self) {
      try Toy.trainer().fit(
        training, validation: validation, epochs: 2, options: FitOptions(resumingFrom: checkpoint))
    }
    #expect("\(try #require(damaged))".contains("exp_avg of parameter 0 has shape [1], expected [16, 2]"))
  }

  @Test func `arrays that are no checkpoint are refused`() throws {
    let folder = try ScratchFolder()
    try Toy.classifier(seed: 1).state.write(to: folder("w.safetensors"))
    let error = #expect(throws: TrainingError.self) { try Checkpoint(contentsOf: folder("w.safetensors")) }
    #expect("\(try #require(error))".contains("expected a checkpoint"))
    #expect(throws: TrainingError.self) { try Checkpoint(contentsOf: folder("absent")) }
  }

  /// Two epochs of the toy, recorded and with a checkpoint.
  private func beginRun(in folder: ScratchFolder) throws -> Checkpoint {
    let (training, validation) = Toy.loaders()
    _ = try Toy.trainer().fit(
      training, validation: validation, epochs: 2, options: FitOptions(record: folder("run.csv")),
      callbacks: [.checkpoints(folder("run.safetensors"))])
    return try Checkpoint(contentsOf: folder("run.safetensors"))
  }

  private func goOn(
    from checkpoint: Checkpoint, record: String? = nil, samples: Int = 96, seed: UInt64 = 7,
    batchSize: Int = 16, reevaluatesTraining: Bool = false
  ) throws {
    _ = try Toy.trainer(reevaluatesTraining: reevaluatesTraining).fit(
      DataLoader(Toy.rings(samples, seed: 1), batchSize: batchSize, shuffleSeed: seed),
      validation: Toy.loaders().validation, epochs: 3,
      options: FitOptions(record: record, resumingFrom: checkpoint))
  }

  @Test(arguments: [
    (96, UInt64(8), "the run was begun with the seed 7, not 8"),
    (80, 7, "the run was begun with 96 training samples, not 80"),
  ])
  func `a run is not taken up with other data or another order`(
    samples: Int, seed: UInt64, message: String
  ) throws {
    let folder = try ScratchFolder()
    let checkpoint = try beginRun(in: folder)
    let error = #expect(throws: TrainingError.self) {
      try goOn(from: checkpoint, samples: samples, seed: seed)
    }
    #expect("\(try #require(error))".hasPrefix("\(folder("run.safetensors")): \(message)"))
  }

  @Test(arguments: [
    (32, false, "16 samples in a batch, not 32"),
    (
      16, true,
      "training losses that are means over the steps, not training losses that are measured again after each epoch"
    ),
  ])
  func `a run is not taken up with options that its record would be wrong about`(
    batchSize: Int, reevaluates: Bool, message: String
  ) throws {
    let folder = try ScratchFolder()
    let checkpoint = try beginRun(in: folder)
    let error = #expect(throws: TrainingError.self) {
      try goOn(from: checkpoint, batchSize: batchSize, reevaluatesTraining: reevaluates)
    }
    #expect("\(try #require(error))".contains("the run was begun with \(message); go on with"))
  }

  @Test(arguments: ["precious\n", "epoch,train_loss\n1,0.5\n"])
  func `a file that is not this run's record is kept`(content: String) throws {
    let folder = try ScratchFolder()
    let checkpoint = try beginRun(in: folder)
    let other = try folder.write(content.utf8, to: "other.csv")
    let error = #expect(throws: TrainingError.self) { try goOn(from: checkpoint, record: other) }
    #expect("\(try #require(error))".contains("the epochs in it are not those of the checkpoint"))
    #expect(try String(contentsOfFile: other, encoding: .utf8) == content)
  }

  @Test(arguments: [0, 7]) func `a record that is empty or was cut off in a line is gone on with`(cut: Int)
    throws
  {
    let folder = try ScratchFolder()
    let checkpoint = try beginRun(in: folder)
    let whole = Array(try Data(contentsOf: URL(filePath: folder("run.csv"))))
    try folder.write(cut == 0 ? [] : whole.dropLast(cut), to: "run.csv")
    try goOn(from: checkpoint, record: folder("run.csv"))
    let text = try String(contentsOfFile: folder("run.csv"), encoding: .utf8)
    #expect(text.utf8.starts(with: whole))
    #expect(text.split(separator: "\n").last?.hasPrefix("3,") == true)
  }

  @Test func `a run that was stopped makes no further epoch when it is taken up`() throws {
    let folder = try ScratchFolder()
    let (training, validation) = Toy.loaders()
    let path = folder("run.safetensors")
    // No epoch is better by so much than the first.
    let stop = TrainingCallback.earlyStopping(patience: 2, smallestProgress: 100)
    let run = try Toy.trainer().fit(
      training, validation: validation, epochs: 9, callbacks: [stop, .checkpoints(path)])
    #expect(run.epochs == [1, 2, 3])
    var endings: [StopReason] = []
    let watch = TrainingCallback { event in
      if case .ended(let reason, _) = event { endings.append(reason) }
      return .proceed
    }
    for _ in 0..<2 {
      let resumed = try Toy.trainer().fit(
        training, validation: validation, epochs: 9,
        options: FitOptions(resumingFrom: try Checkpoint(contentsOf: path)),
        callbacks: [stop, .checkpoints(path), watch])
      #expect(resumed.epochs == run.epochs)
    }
    #expect(endings == [.noProgress(epochs: 2), .noProgress(epochs: 2)])
  }

  @Test func `a diverged run makes no further epoch when it is taken up`() throws {
    let (training, validation) = Toy.loaders()
    let model = Toy.classifier(seed: 1)
    let trainer = Trainer(
      model, loss: CrossEntropyLoss(), optimizer: SGD(model.parameters, learningRate: 1e30))
    var kept: Checkpoint?
    let keep = TrainingCallback { event in
      if case .ended(_, let progress) = event { kept = progress.checkpoint }
      return .proceed
    }
    let run = try trainer.fit(
      training, validation: validation, epochs: 9, callbacks: [.stopWhenNotFinite, keep])
    let resumed = try trainer.fit(
      training, validation: validation, epochs: 9, options: FitOptions(resumingFrom: kept),
      callbacks: [.stopWhenNotFinite])
    #expect(resumed.epochs == run.epochs)
  }

  @Test func `a history that leaves epochs out is refused`() throws {
    let folder = try ScratchFolder()
    var checkpoint = try beginRun(in: folder)
    checkpoint.history[1].epoch = -5
    try checkpoint.write(to: folder("damaged"))
    let error = #expect(throws: TrainingError.self) { try Checkpoint(contentsOf: folder("damaged")) }
    #expect("\(try #require(error))".contains("expected epochs from 1 on, none left out"))
  }

  @Test func `an array with more axes than a tensor is refused`() throws {
    let folder = try ScratchFolder()
    let array = NumericArray([Float(1)], shape: Array(repeating: 1, count: 9))
    try SafetensorsFile([.init(name: "deep", array: array)], metadata: [:]).write(to: folder("w"))
    let error = #expect(throws: ArrayFileError.self) { try ModuleState(contentsOf: folder("w")) }
    #expect("\(try #require(error))".contains("\"deep\": no tensor has the shape of this array"))
  }
}
