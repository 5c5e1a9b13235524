import RunRecords
import Testing

@testable import AccuracyMeasurement

@Suite struct `A baseline` {
  private func answers(_ values: [Double]) -> [String: Baseline.Answer] {
    let curve = ValidationCurve(epochs: values.indices.map { Double($0 + 1) }, values: values)
    return Dictionary(uniqueKeysWithValues: Baseline.standard.map { ($0.name, $0(curve)) })
  }

  @Test func `sees no overfitting in a loss that falls`() {
    let falling = (0..<20).map { 1 / Double($0 + 1) }
    for (_, answer) in answers(falling) {
      #expect(answer == Baseline.Answer(overfits: false, kept: 19))
    }
  }

  @Test func `sees overfitting in a valley`() {
    let valley = (0..<30).map { 1 + 0.05 * abs(Double($0) - 10) }
    for (_, answer) in answers(valley) {
      #expect(answer == Baseline.Answer(overfits: true, kept: 10))
    }
  }

  @Test func `differs where the loss comes back`() {
    // A hump of 8 % that lasts for six epochs, and a lower end.
    let hump = [1.0, 0.8] + [0.82, 0.84, 0.864, 0.85, 0.83, 0.81] + [0.7, 0.71, 0.72]
    let answers = answers(hump)
    #expect(answers["ends 5 % above its minimum"] == Baseline.Answer(overfits: false, kept: 8))
    #expect(answers["ends above its minimum"] == Baseline.Answer(overfits: true, kept: 8))
    #expect(answers["GL 5 (Prechelt 1998)"] == Baseline.Answer(overfits: false, kept: 1))
    #expect(answers["patience 5"] == Baseline.Answer(overfits: true, kept: 1))
    #expect(answers["patience 10"] == Baseline.Answer(overfits: false, kept: 8))
  }

  @Test func `with patience has not stopped early where the run ends`() {
    let end = [1.0, 0.5] + [Double](repeating: 0.6, count: 5)
    #expect(answers(end)["patience 5"] == Baseline.Answer(overfits: false, kept: 1))
    #expect(answers(end + [0.6])["patience 5"] == Baseline.Answer(overfits: true, kept: 1))
  }

  @Test func `keeps a finite epoch, or none`() {
    for (_, answer) in answers([.nan, 1, 0.9, .infinity, .nan]) { #expect(answer.kept == 2) }
    for (_, answer) in answers([.nan, .infinity]) {
      #expect(answer == Baseline.Answer(overfits: false, kept: nil))
    }
  }

  @Test func `answers in the epochs of the log`() throws {
    let run = makeRun("deep", epochs: 60)
    let thinned = BenchmarkRun(id: run.id, record: run.record.keeping(every: 5))
    let prediction = try #require(Baseline.standard.first).prediction(of: thinned)
    #expect(prediction.run == "deep")
    #expect(prediction.bestEpoch == 25)
    #expect(prediction.onset(of: .overfitting) == 25)
    #expect(prediction.states(.overfitting))
    #expect(prediction.recommendations == ["early_stop"])
    let blind = BenchmarkRun(id: "blind", record: run.record.removing { $0.split == .validation })
    #expect(try #require(Baseline.standard.first).prediction(of: blind) == Prediction(run: "blind"))
  }
}
