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
