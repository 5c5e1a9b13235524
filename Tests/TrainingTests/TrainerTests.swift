import Foundation
import NeuralNetworks
import RunRecords
import Tensors
import TestSupport
import Testing
import Training

@Suite struct TrainerTests {
  @Test func `a network learns what a straight line cannot part`() throws {
    let (training, validation) = Toy.loaders()
    let run = try Toy.trainer().fit(training, validation: validation, epochs: 30)
    let accuracy = try #require(run.first(.accuracy, .validation)?.values)
    let losses = try #require(run.first(.loss, .training)?.values)
    #expect(accuracy.count == 30)
    #expect((accuracy.max() ?? 0) > 0.9)
    #expect(losses[29] < losses[0] / 2)
    #expect(run.facts.trainingSize == 96)
    #expect(run.facts.validationSize == 64)
    #expect(run.facts.batchSize == 16)
    #expect(run.facts.trainingLossMode == .running)
    // The entropy of two classes, at most that of equal shares.
    #expect(run.facts.guessingLoss.map { (0.5...0.6932).contains($0) } == true)
  }

  /// The values of a run, without its times.
  private func values(_ run: RunRecord) -> [[Double]] {
    run.series.filter { $0.metric.kind != .time }.map(\.values)
  }

  @Test func `the same seeds give the same numbers, also with threads and workers`() throws {
    var runs: [[[Double]]] = []
    for (threads, workers) in [(1, 0), (1, 0), (3, 2)] {
      let (training, validation) = Toy.loaders(workers: workers)
      runs.append(
        values(try Toy.trainer(threads: threads).fit(training, validation: validation, epochs: 4)))
    }
    #expect(runs[0] == runs[1])
    #expect(runs[0] == runs[2])
    let (training, validation) = Toy.loaders()
    #expect(values(try Toy.trainer(seed: 2).fit(training, validation: validation, epochs: 4)) != runs[0])
  }

  @Test func `a run that was taken up again goes on to the same numbers`() throws {
    let (training, validation) = Toy.loaders()
    let unbroken = try Toy.trainer().fit(training, validation: validation, epochs: 12)
    var kept: Checkpoint?
    let keep = TrainingCallback { event in
      if case .epochEnded(let record, let progress) = event, record.epoch == 5 { kept = progress.checkpoint }
      return .proceed
    }
    _ = try Toy.trainer().fit(training, validation: validation, epochs: 7, callbacks: [keep])
    let checkpoint = try #require(kept)
    let resumed = try Toy.trainer(seed: 99).fit(
      training, validation: validation, epochs: 12, options: FitOptions(resumingFrom: checkpoint))
    #expect(values(resumed) == values(unbroken))
  }

  @Test func `the record is on disk after every epoch`() throws {
    let folder = try ScratchFolder()
    let path = folder("run.csv")
    var lines: [Int] = []
    let look = TrainingCallback { event in
      if case .epochBegan = event {
        lines.append(
          (try? String(contentsOfFile: path, encoding: .utf8))?.split(separator: "\n").count ?? 0)
      }
      return .proceed
    }
    let (training, validation) = Toy.loaders()
    let run = try Toy.trainer().fit(
      training, validation: validation, epochs: 3, options: FitOptions(record: path), callbacks: [look])
    #expect(lines == [0, 7, 8])
    let rows = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").filter {
      $0.first != "#"
    }.map {
      $0.split(separator: ",").map(String.init)
    }
    #expect(
      rows[0] == [
        "epoch", "train_loss", "val_loss", "train_accuracy", "val_accuracy", "learning_rate", "gradient_norm",
        "seconds",
      ])
    #expect(rows.count == 4)
    for (column, series) in run.series.enumerated() {
      #expect(rows.dropFirst().map { Double($0[column + 1]) } == series.values)
    }
  }

  @Test func `the folders of a record and of a checkpoint are made`() throws {
    let folder = try ScratchFolder()
    let (record, checkpoint) = (folder("runs/today/run.csv"), folder("states/run.safetensors"))
    let (training, validation) = Toy.loaders()
    let run = try Toy.trainer().fit(
      training, validation: validation, epochs: 1, options: FitOptions(record: record),
      callbacks: [.checkpoints(checkpoint)])
    #expect(try String(contentsOfFile: record, encoding: .utf8).contains("\n1,"))
    #expect(try Checkpoint(contentsOf: checkpoint).history.count == run.epochs.count)

    let below = record + "/run.csv"
    let error = #expect(throws: TrainingError.self) {
      try Toy.trainer().fit(
        training, validation: validation, epochs: 1, options: FitOptions(record: below))
    }
    #expect("\(try #require(error))".contains("run.csv/run.csv: the run record cannot be written"))
  }

  @Test func `a record that is there is not overwritten unless that is asked for`() throws {
    let folder = try ScratchFolder()
    let path = folder("run.csv")
    try "precious\n".write(toFile: path, atomically: true, encoding: .utf8)
    let (training, validation) = Toy.loaders()
    let error = #expect(throws: TrainingError.self) {
      try Toy.trainer().fit(training, validation: validation, epochs: 1, options: FitOptions(record: path))
    }
    #expect("\(try #require(error))".contains("run.csv: there is a file already"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "precious\n")
    _ = try Toy.trainer().fit(
      training, validation: validation, epochs: 1, options: FitOptions(record: path, replacesRecord: true))
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("# batch size: 16\n"))
  }

  @Test(arguments: [true, false], [1, 2])
  func `a record that another run is writing is left to it`(replacing: Bool, epoch: Int) throws {
    let folder = try ScratchFolder()
    let path = folder("run.csv")
    let (training, validation) = Toy.loaders()
    var other: TrainingError?
    let startOther = TrainingCallback { event in
      guard case .epochBegan(epoch, _) = event else { return .proceed }
      do throws(TrainingError) {
        _ = try Toy.trainer(seed: 2).fit(
          DataLoader(Toy.rings(32, seed: 1), batchSize: 16), epochs: 1,
          options: FitOptions(record: path, replacesRecord: replacing))
      } catch {
        other = error
      }
      return .proceed
    }
    _ = try Toy.trainer().fit(
      training, validation: validation, epochs: 3, options: FitOptions(record: path), callbacks: [startOther])
    #expect(
      "\(try #require(other))".hasSuffix(
        "run.csv: another run is writing its record to this file; name another"))
    let rows = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").filter {
      $0.first != "#"
    }
    #expect(rows.count == 4)
    // Once that run is over the file is free.
    _ = try Toy.trainer().fit(
      training, validation: validation, epochs: 1, options: FitOptions(record: path, replacesRecord: true))
  }

  @Test func `early stopping gives the best weights back`() throws {
    let (training, _) = Toy.loaders()
    let validation = DataLoader(Toy.rings(16, seed: 9), batchSize: 16)
    let model = Toy.classifier(seed: 3)
    let trainer = Trainer(
      model, loss: CrossEntropyLoss(), optimizer: SGD(model.parameters, learningRate: 2, momentum: 0.9))
    var ending: StopReason?
    let watch = TrainingCallback { event in
      if case .ended(let reason, _) = event { ending = reason }
      return .proceed
    }
    let run = try trainer.fit(
      training, validation: validation, epochs: 200, callbacks: [.earlyStopping(patience: 3), watch])
    let losses = try #require(run.first(.loss, .validation)?.values)
    #expect(ending == .noProgress(epochs: 3))
    #expect(losses.count < 200)
    #expect(try trainer.evaluate(validation).loss == losses.min())
  }

  @Test(arguments: [true, false])
  func `early stopping that did not come to it gives the best weights back all the same`(isAsked: Bool) throws
  {
    let (training, _) = Toy.loaders()
    let validation = DataLoader(Toy.rings(16, seed: 9), batchSize: 16)
    let model = Toy.classifier(seed: 3)
    let trainer = Trainer(
      model, loss: CrossEntropyLoss(), optimizer: SGD(model.parameters, learningRate: 2, momentum: 0.9))
    let run = try trainer.fit(
      training, validation: validation, epochs: 12,
      callbacks: [.earlyStopping(patience: 100, restoringBest: isAsked)])
    let losses = try #require(run.first(.loss, .validation)?.values)
    let lowest = try #require(losses.min())
    #expect(lowest != losses.last)
    #expect(try trainer.evaluate(validation).loss == (isAsked ? lowest : losses.last))
  }

  @Test func `training values can be measured again in evaluation mode`() throws {
    let (training, validation) = Toy.loaders()
    let trainer = Toy.trainer(reevaluatesTraining: true)
    let run = try trainer.fit(training, validation: validation, epochs: 3)
    #expect(run.facts.trainingLossMode == .evaluation)
    #expect(run.series.map(\.name).contains("running_train_loss"))
    #expect(try trainer.evaluate(training).loss == run.first(.loss, .training)?.values.last)
  }

  @Test func `a loss summed over the batch is recorded as a mean`() throws {
    var runs: [Double] = []
    for (reduction, rate) in [(Reduction.mean, Float(0.16)), (.sum, 0.01)] {
      let (training, validation) = Toy.loaders()
      let model = Toy.classifier(seed: 1)
      let run = try Trainer(
        model, loss: CrossEntropyLoss(reduction: reduction),
        optimizer: SGD(model.parameters, learningRate: rate)
      ).fit(training, validation: validation, epochs: 2)
      runs.append(try #require(run.first(.loss, .validation)?.values.last))
    }
    #expect((runs[0] - runs[1]).magnitude < 1e-4)
  }

  @Test(arguments: [Reduction.mean, .sum])
  func `a loss with weights of classes does not depend on how samples are cut into batches`(
    _ reduction: Reduction
  ) throws {
    let data = Toy.rings(30, seed: 5)
    let model = Toy.classifier(seed: 1)
    let trainer = Trainer(
      model, loss: CrossEntropyLoss(classWeights: [1, 9], reduction: reduction),
      optimizer: SGD(model.parameters, learningRate: 0.1))
    let whole = try trainer.evaluate(DataLoader(data, batchSize: 30)).loss
    for size in [1, 7, 16] {
      let loss = try trainer.evaluate(DataLoader(data, batchSize: size)).loss
      #expect(abs(loss - whole) < 1e-6, "in batches of \(size)")
    }
  }

  @Test func `a diverged run keeps its record and stops`() throws {
    let (training, validation) = Toy.loaders()
    let model = Toy.classifier(seed: 1)
    let run = try Trainer(
      model, loss: CrossEntropyLoss(), optimizer: SGD(model.parameters, learningRate: 1e30)
    )
    .fit(training, validation: validation, epochs: 9, callbacks: [.stopWhenNotFinite])
    let losses = try #require(run.first(.loss, .training)?.values)
    #expect(losses.count < 9)
    #expect(losses.last?.isFinite == false)
  }

  @Test func `a trained model is ready to be used`() throws {
    let (training, validation) = Toy.loaders()
    let model = Toy.classifier(seed: 1, dropout: 0.5)
    _ = try Trainer(model, loss: CrossEntropyLoss(), optimizer: SGD(model.parameters, learningRate: 0.1))
      .fit(training, validation: validation, epochs: 1)
    let inputs = Toy.rings(8, seed: 3)[0...].map(\.input)
    let batch = Tensor(TensorData.stacked(inputs))
    #expect(model(batch).data == model(batch).data)
  }

  @Test func `measuring amid training leaves every part of the model in its mode`() throws {
    let (training, validation) = Toy.loaders()
    var random = RandomSource(seed: 1)
    let frozen = BatchNorm1d(features: 2)
    let dropout = Dropout(0.5, using: &random)
    let model = Sequential {
      frozen
      Sequential { dropout }
      Linear(inputs: 2, outputs: 2, using: &random)
    }
    let trainer = Trainer(
      model, loss: CrossEntropyLoss(), optimizer: SGD(model.parameters, learningRate: 0.1))
    model.setMode(.training)
    frozen.setMode(.evaluation)
    let statistics = frozen.runningMean.data
    _ = try trainer.evaluate(validation)
    #expect(dropout.mode == .training)
    #expect(frozen.mode == .evaluation)
    #expect(frozen.runningMean.data == statistics)
    model.setMode(.evaluation)
    _ = try trainer.evaluate(training)
    #expect(model.mode == .evaluation)
  }

  @Test func `a wrong pairing is said with its place`() throws {
    let (training, validation) = Toy.loaders()
    var random = RandomSource(seed: 1)
    let model = Sequential {
      Linear(inputs: 2, outputs: 2, using: &random)
      Softmax()
    }
    let error = #expect(throws: TrainingError.self) {
      try Trainer(model, loss: CrossEntropyLoss(), optimizer: SGD(model.parameters, learningRate: 1))
        .fit(training, validation: validation, epochs: 1)
    }
    #expect("\(try #require(error))".hasPrefix("epoch 1, batch 1: CrossEntropyLoss: takes logits"))
  }

  @Test func `data without a batch are an error`() throws {
    let loader = DataLoader(Toy.rings(4, seed: 1), batchSize: 8, dropsLast: true)
    let error = #expect(throws: TrainingError.self) { try Toy.trainer().fit(loader, epochs: 1) }
    #expect("\(try #require(error))".contains("training data have no batch"))
    let measured = #expect(throws: TrainingError.self) {
      try Toy.trainer().evaluate(DataLoader([Sample](), batchSize: 8))
    }
    #expect("\(try #require(measured))".contains("evaluation data have no batch"))
  }

  @Test(arguments: [Float.nan, .infinity])
  func `an input that is not finite is an error, and no divergence`(_ number: Float) throws {
    let toy = Toy.rings(12, seed: 1)
    var numbers = toy.inputs.elements
    numbers[2 * 9 + 1] = number
    let spoilt = TensorDataset(
      inputs: TensorData(numbers, shape: toy.inputs.shape), targets: toy.targets)
    let training = #expect(throws: TrainingError.self) {
      try Toy.trainer().fit(DataLoader(spoilt, batchSize: 8), epochs: 2)
    }
    let place = "epoch 1, batch 2: the input of sample 1 of the batch"
    #expect("\(try #require(training))".hasPrefix("\(place) holds \(number)"))
    let validation = #expect(throws: TrainingError.self) {
      try Toy.trainer().fit(
        DataLoader(toy, batchSize: 8), validation: DataLoader(spoilt, batchSize: 12), epochs: 2)
    }
    #expect("\(try #require(validation))".hasPrefix("epoch 1, batch 1: the input of sample 9"))
  }

  @Test func `an optimizer of another model stops with a message`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let optimizer = SGD(Toy.classifier(seed: 2).parameters, learningRate: 1)
      _ = Trainer(Toy.classifier(seed: 1), loss: CrossEntropyLoss(), optimizer: optimizer)
    }
    let output = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(output.contains("an optimizer of 4 parameters, of which the model has none"))
  }

  private func learningRates(_ run: RunRecord) throws -> [Double] {
    try #require(run.series.first { $0.metric == .learningRate }).values
  }

  @Test func `a learning rate that is set between fits or by a callback stays`() throws {
    let (training, validation) = Toy.loaders()
    let model = Toy.classifier(seed: 1)
    let optimizer = SGD(model.parameters, learningRate: 0.5)
    let trainer = Trainer(model, loss: CrossEntropyLoss(), optimizer: optimizer)
    optimizer.learningRate = 0.25
    let halve = TrainingCallback { event in
      if case .epochEnded = event { optimizer.learningRate /= 2 }
      return .proceed
    }
    let run = try trainer.fit(training, validation: validation, epochs: 3, callbacks: [halve])
    #expect(try learningRates(run) == [0.25, 0.125, 0.0625])
    #expect(optimizer.learningRate == 0.03125)
  }

  @Test func `a schedule starts anew in every fit, from the rate that was set last`() throws {
    let (training, validation) = Toy.loaders()
    let model = Toy.classifier(seed: 1)
    let optimizer = SGD(model.parameters, learningRate: 0.5)
    let trainer = Trainer(
      model, loss: CrossEntropyLoss(), optimizer: optimizer, schedule: .step(epochs: 1, factor: 0.5))
    for expected in [[0.5, 0.25], [0.5, 0.25]] {
      #expect(try learningRates(trainer.fit(training, validation: validation, epochs: 2)) == expected)
    }
    optimizer.learningRate = 0.125
    #expect(try learningRates(trainer.fit(training, validation: validation, epochs: 2)) == [0.125, 0.0625])
  }

  @Test func `a callback can end the training amid an epoch, which is not recorded`() throws {
    let folder = try ScratchFolder()
    let (training, validation) = Toy.loaders()
    let stop = TrainingCallback { event in
      if case .batchEnded(let batch) = event, batch.epoch == 3, batch.batch == 2 {
        return .stop(.interrupted)
      }
      return .proceed
    }
    var ending: StopReason?
    let watch = TrainingCallback { event in
      if case .ended(let reason, let progress) = event, progress.isAmidEpoch { ending = reason }
      return .proceed
    }
    let run = try Toy.trainer().fit(
      training, validation: validation, epochs: 5, options: FitOptions(record: folder("run.csv")),
      callbacks: [stop, .checkpoints(folder("run.safetensors")), watch])
    #expect(ending == .interrupted)
    #expect(run.series.first?.epochs == [1, 2])
    #expect(try Checkpoint(contentsOf: folder("run.safetensors")).history.count == 2)
    let resumed = try Toy.trainer().fit(
      training, validation: validation, epochs: 5,
      options: FitOptions(
        record: folder("run.csv"), resumingFrom: try Checkpoint(contentsOf: folder("run.safetensors"))))
    let unbroken = try Toy.trainer().fit(training, validation: validation, epochs: 5)
    #expect(resumed.series.first?.values == unbroken.series.first?.values)
  }

  @Test func `a batch may be larger than any number of samples`() throws {
    let loader = DataLoader(Toy.rings(6, seed: 1), batchSize: .max)
    #expect(loader.batchCount == 1)
    #expect(loader.map(\.count) == [6])
  }
}
