import Foundation
import Testing

@testable import AccuracyMeasurement

@Suite struct `A prediction` {
  @Test func `of an overfit run names its onset, the epoch to keep and what to do`() throws {
    let prediction = makeRun().prediction
    #expect(prediction.run == "run")
    #expect(prediction.verdict == "overfitting")
    #expect(prediction.states(.overfitting))
    #expect(abs(try #require(prediction.onset(of: .overfitting)) - 24) <= 2)
    #expect(prediction.bestEpoch == 24)
    #expect(prediction.recommendations.contains("early_stop"))
    #expect(Set(prediction.recommendations).count == prediction.recommendations.count)
    #expect(Set(prediction.findings.map(\.id)).count == prediction.findings.count)
  }

  @Test func `by other truths of a run is as sure as they agree, and puts what they gained on average first`()
  {
    func truth(_ labels: [Label: Bool], _ gains: [String: Double]) -> RunTruth {
      RunTruth(
        labels: labels, onset: .init(epoch: 3, interval: 2...4), gains: gains.merging(["none": 0]) { $1 },
        testLoss: [3, 1, 2])
    }
    let prediction = Prediction(
      run: "a",
      repetitions: [
        truth([.overfitting: true, .stuck: false, .unstable: true], ["raise_lr": 0.5, "lower_lr": -0.1]),
        truth([.overfitting: true, .stuck: false, .unstable: false], ["raise_lr": -0.9, "lower_lr": 0.2]),
        truth([.overfitting: true, .unstable: false], ["raise_lr": 0.1, "lower_lr": 0.2]),
      ])
    #expect(prediction.confidence(of: .overfitting) == 1)
    #expect(prediction.onset(of: .overfitting) == 3)
    #expect(prediction.verdict == "overfitting")
    #expect(prediction.bestEpoch == 2)
    #expect(abs(prediction.confidence(of: .stuck) - 0.5 / 3) < 1e-12)
    #expect(abs(prediction.confidence(of: .unstable) - 1.0 / 3) < 1e-12)
    #expect(prediction.confidence(of: .healthy) == 0.5)
    #expect(prediction.recommendations == ["lower_lr", "none", "raise_lr"])
  }

  @Test func `is a line of JSON that reads as the same prediction`() throws {
    let prediction = Prediction(
      run: "a", findings: [.init("overfitting", confidence: 0.75, onsetEpoch: 7)], bestEpoch: 6,
      recommendations: ["early_stop"])
    let line = try JSONText.line(prediction)
    #expect(
      line == """
        {"best_epoch":6,"findings":[{"confidence":0.75,"id":"overfitting","onset_epoch":7}],\
        "recommendations":["early_stop"],"run":"a","verdict":null}
        """)
    #expect(try JSONDecoder().decode(Prediction.self, from: Data(line.utf8)) == prediction)
  }

  @Test func `of another tool may leave out everything but the run`() throws {
    let bare = try JSONDecoder().decode(Prediction.self, from: Data(#"{"run":"a"}"#.utf8))
    #expect(bare == Prediction(run: "a"))
    let sure = try JSONDecoder().decode(
      Prediction.self, from: Data(#"{"run":"a","findings":[{"id":"stuck"},{"id":"odd"}]}"#.utf8))
    #expect(sure.confidence(of: .stuck) == 1)
    #expect(sure.confidence(of: .healthy) == 0)
  }
}
