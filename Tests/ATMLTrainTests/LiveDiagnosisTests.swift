import ATMLTrain
import TestSupport
import Testing

@Suite struct LiveDiagnosisTests {
  /// Points whose labels hang on one of eight numbers, as far as they do not hang on chance: a large network learns the
  /// chance by heart.
  ///
  /// - Parameter signal: How much the labels hang on that number.
  private func points(_ count: Int, seed: UInt64, signal: Float = 1) -> TensorDataset {
    var random = RandomSource(seed: seed)
    let inputs = Tensor.normal([count, 8], using: &random)
    let labels = (0..<count).map { row -> Float in
      signal * inputs.elements[row * 8] + 1.2 * random.normal() > 0 ? 1 : 0
    }
    return TensorDataset(inputs: inputs.data, targets: TensorData(labels, shape: [count]))
  }

  private func fit(
    epochs: Int, signal: Float = 1, options: FitOptions = FitOptions(),
    callbacks: [TrainingCallback] = []
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
      DataLoader(points(80, seed: 1, signal: signal), batchSize: 16, shuffleSeed: 1),
      validation: DataLoader(points(200, seed: 2, signal: signal), batchSize: 200), epochs: epochs,
      options: options,
      callbacks: callbacks)
  }

  @Test func `one call after training flags overfitting`() throws {
    let diagnosis = try fit(epochs: 40).diagnose()
    #expect(diagnosis.flags(.overfitting))
    #expect(diagnosis.verdict == .overfitting)
  }

  @Test func `labels that hang on chance alone are no signal, as the loss of guessing tells`() throws {
    let run = try fit(epochs: 40, signal: 0)
    // Two classes of about equal shares.
    let guessing = try #require(run.facts.guessingLoss)
    #expect(abs(guessing - 0.693) < 0.02)
    #expect(run.diagnose().verdict == .noSignal)
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
