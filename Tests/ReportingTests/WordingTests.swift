import Diagnostics
import Reporting
import RunRecords
import Testing

@Suite struct WordingTests {
  @Test func `the headline names the onset and the epoch to keep`() throws {
    let diagnosis = SampleRuns.overfit.diagnose()
    let report = Report(diagnosis)
    let keep = try #require(diagnosis.keep)
    #expect(report.headline == "Overfits from epoch \(Int(keep.epoch) + 1). Keep epoch \(Int(keep.epoch)).")
    #expect(report.sentence.contains("likely ("))
  }

  @Test func `a run over steps is told in steps`() {
    let report = Report(
      SampleRuns.run(
        "steps", axis: .step, training: { 0.05 + 2 / $0 }, validation: { 0.6 + 1.6 / $0 + 0.0006 * $0 * $0 }
      ).diagnose())
    #expect(report.headline.hasPrefix("Overfits from step"))
    #expect(!report.sentence.contains("epoch"))
    #expect(report.figure.chart.axisTitle == "step")
  }

  @Test(arguments: SampleRuns.all)
  func `the headline calls for more epochs where the advice does`(run: RunRecord) {
    let report = Report(run.diagnose())
    guard report.diagnosis.verdict == .stillImproving else { return }
    #expect(
      report.headline.contains("train longer")
        == report.diagnosis.remedies.contains { $0.remedy.id == "train-longer" })
  }

  @Test(arguments: SampleRuns.all)
  func `no placeholder is left in any text`(run: RunRecord) {
    let report = Report(run.diagnose())
    let texts =
      [report.headline, report.sentence, report.figure.caption] + report.findings.map(\.statement)
      + report.remedies.flatMap { [$0.action, $0.reason] }
    #expect(texts.allSatisfy { !$0.contains("{") && !$0.contains("}") }, "\(texts)")
    #expect(report.remedies.allSatisfy { $0.action.hasSuffix(".") && $0.reason.hasSuffix(".") })
    #expect(texts.allSatisfy { !$0.contains("!") })
  }

  @Test func `the score on new data comes before that on the training data`() throws {
    let run = SampleRuns.run(
      "facts", facts: RunFacts(batchSize: 32), training: { 1 / $0 }, validation: { 1 / $0 },
      accuracy: { 1 - 0.5 / $0 })
    var both = run
    let validation = try #require(run.first(.accuracy, .validation))
    both.series.append(
      MetricSeries(
        name: "acc", metric: .accuracy, split: .training, epochs: validation.epochs,
        values: validation.values))
    let titles = Report(both.diagnose()).facts.map(\.title)
    #expect(
      titles == [
        "Epochs", "Training loss", "Validation loss", "Validation accuracy", "Training accuracy",
        "Batch size",
      ])
  }

  @Test func `a name written in its own way keeps it`() throws {
    let metric = Metric(name: "mAP", kind: .score, direction: .higherIsBetter, unit: .fraction)
    var run = SampleRuns.run("map", training: { 1 / $0 }, validation: { 1 / $0 })
    run.series.append(
      MetricSeries(
        name: "mAP", metric: metric, split: .validation, epochs: (1...40).map(Double.init),
        values: (1...40).map { 0.5 - 0.4 / Double($0) }))
    #expect(Figure(run.diagnose()).chart.panels.last?.title == "mAP (%)")
  }

  @Test func `details replace the run's name`() {
    let report = Report(SampleRuns.good.diagnose(), details: ReportDetails(title: "Assignment 3"))
    #expect(report.title == "Assignment 3")
  }

  @Test func `losses that differ do not read alike in one sentence`() {
    let run = SampleRuns.run("flat", epochs: 20, training: { 1.0512 - 0.0001 * $0 })
    let report = Report(run.diagnose())
    #expect(report.diagnosis.verdict == .notLearning)
    #expect(!report.sentence.contains("from 1.05 to 1.05"), "\(report.sentence)")
    #expect(report.sentence.contains("1.051"), "\(report.sentence)")
  }

  @Test(arguments: SampleRuns.all)
  func `what begins somewhere begins within the range that is told`(run: RunRecord) throws {
    for beginning in Report(run.diagnose()).findings.compactMap(\.beginning) {
      let numbers = beginning.replacing("\u{202F}", with: "").split { !$0.isNumber }.compactMap { Int($0) }
      guard numbers.count == 3 else { continue }
      #expect(numbers[1] <= numbers[0] && numbers[0] <= numbers[2], "\(beginning)")
    }
  }
}
