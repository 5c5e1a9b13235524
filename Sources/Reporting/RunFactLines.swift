import Diagnostics
import Drawing
import RunRecords

/// The facts of a run as lines for people: what was logged, and its first, best and last values.
struct RunFactLines {
  let facts: [Report.Fact]

  init(_ diagnosis: Diagnosis) {
    let run = diagnosis.run
    var facts: [Report.Fact] = []
    func add(_ title: String, _ value: String?) {
      if let value { facts.append(Report.Fact(title: title, value: value)) }
    }
    add(
      run.axis == .hyperparameter ? "Values" : Wording.capitalized(run.axis.rawValue) + "s",
      RunFactLines.range(of: run))
    // Where not all fit, the score on new data says more than that on the training data.
    func rank(_ curve: MeasuredCurve) -> Int {
      curve.series.metric.kind == .loss ? 0 : curve.series.split == .training ? 2 : 1
    }
    let curves = diagnosis.curves.filter { $0.series.split != .run }
    for curve in (0...2).flatMap({ place in curves.filter { rank($0) == place } }) {
      add(RunFactLines.title(of: curve.series), RunFactLines.course(of: curve.series))
    }
    add("Classes", run.facts.classCount.map(String.init))
    if let chance = diagnosis.chance, case .guessedClassCount(let count) = chance.source {
      add("Classes", "\(count), guessed from the first loss")
    }
    add("Loss of guessing", run.facts.guessingLoss.map { NumberText.significant($0) })
    add("Batch size", run.facts.batchSize.map(String.init))
    add("Training samples", run.facts.trainingSize.map { NumberText.position(Double($0)) })
    add("Validation samples", run.facts.validationSize.map { NumberText.position(Double($0)) })
    add("Learning rate", run.first(.learningRate, .run).flatMap(RunFactLines.span(of:)))
    self.facts = facts
  }

  private static func range(of run: RunRecord) -> String? {
    let epochs = run.epochs
    guard let first = epochs.first, let last = epochs.last else { return nil }
    return "\(NumberText.position(Double(run.epochCount))) (\(NumberText.position(first))–"
      + "\(NumberText.position(last)))"
  }

  static func title(of series: MetricSeries) -> String {
    Wording.capitalized(
      series.split == .run ? series.metric.name : "\(series.split.rawValue) \(series.metric.name)")
  }

  /// Such as `2.30 → 0.87, best 0.61 at 16`.
  private static func course(of series: MetricSeries) -> String? {
    guard let first = series.summary.first, let last = series.summary.last else { return nil }
    var text = "\(Wording.text(first, of: series.metric)) → \(Wording.text(last, of: series.metric))"
    if let best = series.summary.best, let epoch = series.summary.bestEpoch {
      text += ", best \(Wording.text(best, of: series.metric)) at \(NumberText.position(epoch))"
    }
    return text
  }

  private static func span(of series: MetricSeries) -> String? {
    let finite = series.values.filter(\.isFinite)
    guard let lowest = finite.min(), let highest = finite.max() else { return nil }
    return lowest == highest
      ? NumberText.significant(lowest)
      : "\(NumberText.significant(highest)) to \(NumberText.significant(lowest))"
  }
}
