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
}
