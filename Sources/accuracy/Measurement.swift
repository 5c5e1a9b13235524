import AccuracyMeasurement

/// What each mode of the command measures, as the text to print.
struct Measurement {
  let benchmark: Benchmark
  let options: MeasurementOptions

  /// A line for each run.
  func predictions() throws -> String {
    try runs().map { try JSONText.line($0.prediction) }.joined(separator: "\n")
  }

  /// A row for each run and perturbation.
  func signals() throws -> String {
    let perturbations = Self.perturbations(try benchmark.truth())
    return SignalTable(try runs(), under: perturbations, seed: options.seed ?? 1).text
  }

  func score() throws -> String {
    let truth = try benchmark.truth()
    let others =
      try foretold(of: truth) ?? options.predictions.first.map { try Benchmark.predictions(in: $0) }
    let runs = try runs()
    let score =
      others.map { Score(of: $0, against: truth, lowest: runs.lowestEpochs) }
      ?? Score(of: runs, against: truth)
    return try text(of: score, score.text)
  }

  /// What the repetitions say of the runs; `nil` where none is given.
  private func foretold(of truth: [String: RunTruth]) throws(BenchmarkError) -> [String: Prediction]? {
    let folders = options.repetitions
    guard !folders.isEmpty else { return nil }
    let repetitions = try folders.map { folder throws(BenchmarkError) in
      let repetition = try Benchmark(path: folder).truth()
      if let odd = truth.keys.sorted().first(where: { repetition[$0]?.testLoss != truth[$0]?.testLoss }) {
        throw .malformed(
          path: folder + "/truth.json",
          problem: "the run \(odd) is not that of \(benchmark.path), trained again")
      }
      return repetition
    }
    let predictions = truth.keys.map { run in
      (run, Prediction(run: run, repetitions: repetitions.compactMap { $0[run] }))
    }
    return Dictionary(predictions, uniquingKeysWith: { $1 })
  }

  /// - Parameter isDetailed: Whether to print the whole scores too.
  func robustness(isDetailed: Bool) throws -> String {
    let truth = try benchmark.truth()
    let runs = try runs()
    let rows = Self.perturbations(truth).map { perturbation in
      let perturbed = runs.map { perturbation($0, seed: options.seed ?? 1) }
      return Comparison.Row(perturbation.name, Score(of: perturbed, against: truth))
    }
    let comparison = Comparison(rows, isDetailed: isDetailed)
    return try text(of: comparison, comparison.text)
  }

  func baselines() throws -> String {
    let truth = try benchmark.truth()
    let others = try options.namedFiles.map { ($0.name, try Benchmark.predictions(in: $0.file)) }
    let runs = try runs()
    let lowest = runs.lowestEpochs
    let rules = Baseline.standard.map { baseline in
      let predictions = runs.map { ($0.id, baseline.prediction(of: $0)) }
      return (baseline.name, Dictionary(predictions, uniquingKeysWith: { $1 }))
    }
    let rows = (rules + others).map { name, predictions in
      Comparison.Row(name, Score(of: predictions, against: truth, lowest: lowest))
    }
    let comparison = Comparison([Comparison.Row("ATML Diagnose", Score(of: runs, against: truth))] + rows)
    return try text(of: comparison, comparison.text)
  }

  func time() throws -> String {
    let timing = DiagnosisTiming(try runs())
    return try text(of: timing, timing.text)
  }

  /// Draws into a folder; a line for each file.
  func figures(in folder: String) throws -> String {
    let truth = try benchmark.truth()
    let files = try AccuracyFigures(of: try runs(), against: truth).write(to: folder)
    return files.map { "\($0.path): \($0.title)" }.joined(separator: "\n")
  }

  private static func perturbations(_ truth: [String: RunTruth]) -> [Perturbation] {
    Perturbation.standard + [.tellingGuessing(truth)]
  }

  private func runs() throws(BenchmarkError) -> [BenchmarkRun] {
    try benchmark.runs(includesFacts: !options.noFacts, scorecards: options.scorecards)
  }

  private func text(of value: some Encodable, _ text: String) throws -> String {
    options.format == .json ? try JSONText.page(value) : text
  }
}
