import RunRecords

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs of every kind that a page has to cope with.
enum SampleRuns {
  static func run(
    _ name: String, epochs: Int = 40, axis: RunAxis = .epoch, facts: RunFacts = RunFacts(),
    training: ((Double) -> Double)? = nil, validation: ((Double) -> Double)? = nil,
    accuracy: ((Double) -> Double)? = nil, learningRate: ((Double) -> Double)? = nil
  ) -> RunRecord {
    let positions = (1...epochs).map(Double.init)
    func series(
      _ name: String, _ metric: Metric, _ split: Split, _ value: ((Double) -> Double)?
    ) -> MetricSeries? {
      value.map {
        MetricSeries(name: name, metric: metric, split: split, epochs: positions, values: positions.map($0))
      }
    }
    return RunRecord(
      name: name, source: "\(name).csv", format: "csv", axis: axis,
      series: [
        series("train_loss", .loss, .training, training), series("val_loss", .loss, .validation, validation),
        series("val_acc", .accuracy, .validation, accuracy),
        series("lr", .learningRate, .run, learningRate),
      ].compactMap(\.self), facts: facts)
  }

  static let overfit = run(
    "overfit", training: { 0.05 + 2 / $0 }, validation: { 0.6 + 1.6 / $0 + 0.0006 * $0 * $0 },
    accuracy: { 0.8 - 0.5 / $0 - 0.0001 * $0 * $0 })

  static let good = run(
    "good", training: { 0.2 + 2 * exp(-$0 / 4) }, validation: { 0.22 + 2 * exp(-$0 / 4) },
    accuracy: { 0.95 - 0.8 * exp(-$0 / 4) })

  /// A validation curve: the models at one end are too simple, those at the other learn by heart.
  static let overHyperparameter: RunRecord = {
    let values = [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1]
    let score = Metric(name: "score", kind: .score, direction: .higherIsBetter)
    return RunRecord(
      name: "validation_curve", source: "validation_curve.csv", format: "csv", axis: .hyperparameter,
      hyperparameter: "gamma",
      series: [
        MetricSeries(
          name: "train_score", metric: score, split: .training, epochs: values,
          values: [0.16, 0.86, 0.97, 1, 1, 1]),
        MetricSeries(
          name: "test_score", metric: score, split: .validation, epochs: values,
          values: [0.165, 0.82, 0.94, 0.968, 0.5, 0.1]),
      ])
  }()

  static let all: [RunRecord] = [
    overfit, good, overHyperparameter,
    run("three", epochs: 3, training: { 2 / $0 }, validation: { 2.2 / $0 }),
    run("one", epochs: 1, training: { 2 / $0 }, validation: { 2.2 / $0 }),
    run(
      "long", epochs: 5_000, training: { 0.2 + 100 / ($0 + 50) },
      validation: { 0.4 + 90 / ($0 + 50) + sin($0) / 9 }),
    run("tiny", training: { 1e-9 * (0.1 + 2 / $0) }, validation: { 1e-9 * (0.3 + 2 / $0) }),
    run("huge", training: { 1e9 * (0.1 + 2 / $0) }, validation: { 1e9 * (0.3 + 2 / $0) }),
    run("nan-tail", training: { $0 < 28 ? 2 / $0 : .nan }, validation: { $0 < 28 ? 2.1 / $0 : .nan }),
    run("all-nan", training: { _ in .nan }, validation: { _ in .infinity }),
    run("training-only", training: { 0.1 + 2 / $0 }),
    run("accuracy-only", accuracy: { 0.9 - 0.5 / $0 }),
    run("spike", training: { $0 == 20 ? 900 : 0.1 + 2 / $0 }, validation: { $0 == 20 ? 500 : 0.2 + 2 / $0 }),
    run(
      "exploding", training: { $0 < 15 ? 2 / $0 : pow(10, $0) },
      validation: { $0 < 15 ? 2 / $0 : pow(11, $0) }),
    run("largest", training: { 1e308 / $0 }, validation: { 1.1e308 / $0 }),
    run(
      "subnormal", training: { .leastNormalMagnitude / 4096 * $0 },
      validation: { .leastNonzeroMagnitude * (41 - $0) }),
    run("constant", training: { _ in 0.5 }, validation: { _ in 0.5 }, accuracy: { _ in 1 }),
    run("zero", training: { _ in 0 }, validation: { _ in 0 }, accuracy: { _ in 0 }),
    run("negative", training: { -$0 }, validation: { 3 - $0 }),
    run(
      "steps", epochs: 60, axis: .step, training: { 0.2 + 2 / $0 }, validation: { 0.3 + 2 / $0 },
      learningRate: { 0.1 * exp(-$0 / 10) }),
    run(
      "chance", facts: RunFacts(classCount: 10), training: { 2.302 + sin($0) / 500 },
      validation: { 2.303 + cos($0) / 500 }, accuracy: { 0.1 + sin($0) / 300 }),
    run(
      "a_run_name_of_more_than_sixty_characters_without_any_space_0123456789",
      training: { 0.2 + 2 / $0 }, validation: { 0.3 + 2 / $0 }),
    run("训练实验三 😀 \u{202E}gnp.", training: { 0.2 + 2 / $0 }, validation: { 0.3 + 2 / $0 }),
  ]
}
