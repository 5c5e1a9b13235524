import Testing

@testable import AccuracyMeasurement

@Suite struct `A mistake` {
  private func run(_ id: String, true labels: [Label: Bool], said: [Label: Double]) -> JudgedRun {
    JudgedRun(
      id: id, truth: RunTruth(labels: labels, testLoss: [1]),
      prediction: Prediction(run: id, findings: said.map { Prediction.Finding($0.rawValue, confidence: $1) }))
  }

  @Test func `is a label that was said and is not, or the reverse`() throws {
    let seen = run("a", true: [.overfitting: false], said: [.overfitting: 0.9])
    let missed = run("b", true: [.overfitting: true], said: [.overfitting: 0.1])
    let alarm = try #require(Mistake(.overfitting, of: seen))
    #expect(alarm.isFalseAlarm)
    #expect(alarm.error == 0.9)
    let miss = try #require(Mistake(.overfitting, of: missed))
    #expect(!miss.isFalseAlarm)
    #expect(miss.error == 0.9)
    #expect(Mistake(.stuck, of: seen) == nil)
    #expect(Mistake(.overfitting, of: run("c", true: [.overfitting: true], said: [.overfitting: 0.5])) == nil)
  }

  @Test func `is chosen by how sure it is, one to a run`() {
    let runs = [
      run("a", true: [.overfitting: false], said: [.overfitting: 0.7]),
      run("b", true: [.overfitting: false], said: [.overfitting: 0.9]),
      run("c", true: [.overfitting: false], said: [.overfitting: 0.9]),
      run("d", true: [.overfitting: true, .undertrained: true], said: [:]),
      run("e", true: [.undertrained: true], said: [.undertrained: 0.2]),
      run("f", true: [.healthy: true, .stuck: false], said: [.stuck: 0.6]),
    ]
    let chosen = Mistake.surest(in: runs)
    #expect(chosen.map(\.run.id) == ["b", "d", "e", "f"])
    #expect(chosen.map(\.label) == [.overfitting, .overfitting, .undertrained, .stuck])
    #expect(Mistake.surest(in: []).isEmpty)
  }
}
