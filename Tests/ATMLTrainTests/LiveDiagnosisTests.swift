import ATMLTrain
import TestSupport
import Testing

@Suite struct LiveDiagnosisTests {
  /// Points of noise with labels of noise: a large network can learn them by heart, and nothing else.
  private func noise(_ count: Int, seed: UInt64) -> TensorDataset {
    var random = RandomSource(seed: seed)
    let inputs = Tensor.normal([count, 8], using: &random)
    let labels = (0..<count).map { row -> Float in
      let signal = inputs.elements[row * 8] + 1.2 * random.normal()
      return signal > 0 ? 1 : 0
    }
    return TensorDataset(inputs: inputs.data, targets: TensorData(labels, shape: [count]))
  }

  private func fit(
    epochs: Int, options: FitOptions = FitOptions(), callbacks: [TrainingCallback] = []
  ) throws -> RunRecord {
    var random = RandomSource(seed: 1)
    let model = Sequential {
      Linear(inputs: 8, outputs: 64, using: &random)
      ReLU()
      Linear(inputs: 64, outputs: 2, using: &random)
    }
    let trainer = Trainer(
      model, loss: CrossEntropyLoss(), optimizer: Adam(model.parameters, learningRate: 0.01))
    return try trainer.fit(
      DataLoader(noise(80, seed: 1), batchSize: 16, shuffleSeed: 1),
      validation: DataLoader(noise(200, seed: 2), batchSize: 200), epochs: epochs, options: options,
      callbacks: callbacks)
  }

  @Test func `one call after training flags overfitting`() throws {
    let diagnosis = try fit(epochs: 40).diagnose()
    #expect(diagnosis.flags(.overfitting))
    // The labels are drawn at random, so that there is nothing else to learn.
    #expect(diagnosis.verdict == .noSignal)
  }

  @Test func `overfitting is flagged while training runs, and ends it`() throws {
    var reported: [Diagnosis] = []
    var ending: StopReason?
    let watch = TrainingCallback { event in
      if case .ended(let reason, _) = event { ending = reason }
      return .proceed
    }
    let run = try fit(
      epochs: 60, callbacks: [.liveDiagnosis(stoppingOn: [.overfitting]) { reported.append($0) }, watch])
    #expect(run.epochs.count < 60)
    #expect(reported.last?.flags(.overfitting) == true)
    guard case .diagnosis(let text)? = ending else {
      Issue.record("ended by \(String(describing: ending))")
      return
    }
    #expect(text.contains("loss"))
  }

  @Test func `a resumed run stops where an unbroken one does`() throws {
    var checkpoints: [Checkpoint] = []
    let keep = TrainingCallback { event in
      if case .epochEnded(_, let progress) = event { checkpoints.append(progress.checkpoint) }
      return .proceed
    }
    let stop = { TrainingCallback.liveDiagnosis(stoppingOn: [.overfitting]) }
    let unbroken = try fit(epochs: 60, callbacks: [stop(), keep])
    #expect((4..<60).contains(unbroken.epochs.count))
    // Amid the epochs that agree, and at the end.
    for checkpoint in checkpoints.suffix(3) {
      let resumed = try fit(
        epochs: 60, options: FitOptions(resumingFrom: checkpoint), callbacks: [stop()])
      #expect(resumed.epochs == unbroken.epochs)
    }
  }

  @Test func `the record on disk is read back to the same diagnosis`() throws {
    let folder = try ScratchFolder()
    let path = folder("run.csv")
    let run = try fit(epochs: 25, options: FitOptions(record: path, classCount: 2))
    let read = try RunRecord(contentsOf: path)
    for series in run.series {
      let same = try #require(read.series.first { $0.name == series.name })
      #expect(same.values == series.values)
      #expect(same.epochs == series.epochs)
      #expect(same.metric.kind == series.metric.kind)
      #expect(same.split == series.split)
    }
    #expect(read.facts == run.facts)
    #expect(read.diagnose().verdict == run.diagnose().verdict)
    #expect(read.diagnose().keep?.epoch == run.diagnose().keep?.epoch)
  }
}
