import TestSupport
import Testing

@testable import AccuracyMeasurement

/// What the library must reach on `Fixtures/accuracy`: what it reached when the bounds were written, with a margin.
///
/// Its scorecards have seen these runs, so the figures are those of a guard against decay, not of a measurement.
private let bounds: [Bound] = [
  Bound("macro F1", .atLeast(0.865)) { $0.macroF1 },
  Bound("F1 of overfitting", .atLeast(0.950)) { $0[.overfitting]?.counts.f1 },
  Bound("mean expected calibration error", .atMost(0.070)) { $0.calibrationError },
  Bound("mean regret above that of the plain minimum", .atMost(0.010)) { $0.plainMinimum.difference },
  Bound("share of the best gain by the first remedy", .atLeast(0.610)) { $0.recommendation.shares.mean },
  Bound("share of first remedies that harm", .atMost(0.055)) { $0.recommendation.harms.share },
]

@Suite struct `The accuracy of the diagnoses` {
  private static let benchmark = Benchmark(path: Fixtures.path("accuracy"))

  @Test func `has not fallen`() throws {
    let score = Score(of: try Self.benchmark.runs(), against: try Self.benchmark.truth())
    #expect(score.missing == 0)
    let falls = Bound.falls(of: score)
    #expect(falls.isEmpty, "\(falls.joined(separator: "; "))")
  }

  @Test func `would be seen to have fallen to that of a rule of thumb`() throws {
    let runs = try Self.benchmark.runs()
    let naive = try #require(Baseline.standard.first)
    let predictions = Dictionary(uniqueKeysWithValues: runs.map { ($0.id, naive.prediction(of: $0)) })
    let score = Score(of: predictions, against: try Self.benchmark.truth(), lowest: runs.lowestEpochs)
    let falls = Bound.falls(of: score)
    for name in [
      "macro F1", "F1 of overfitting", "mean expected calibration error", "share of the best gain",
    ] {
      #expect(falls.contains { $0.hasPrefix(name) }, "\(name) is as good in \(naive.name)")
    }
  }

  @Test func `would be seen to have fallen where nothing is said`() throws {
    let score = Score(of: [:], against: try Self.benchmark.truth(), lowest: [:])
    #expect(Bound.falls(of: score).count >= 4)
  }
}

/// A figure of a score, and what it must be.
private struct Bound: Sendable {
  enum Limit: Sendable {
    case atLeast(Double)
    case atMost(Double)
  }

  let name: String
  let limit: Limit
  let figure: @Sendable (Score) -> Double?

  init(_ name: String, _ limit: Limit, _ figure: @escaping @Sendable (Score) -> Double?) {
    self.name = name
    self.limit = limit
    self.figure = figure
  }

  /// The bounds that a score does not keep, each with what it is instead.
  static func falls(of score: Score) -> [String] { bounds.compactMap { $0.fall(of: score) } }

  private func fall(of score: Score) -> String? {
    guard let value = figure(score) else { return "\(name) does not exist" }
    let found = Figure.value(value).text
    switch limit {
    case .atLeast(let least): return value >= least ? nil : "\(name) is \(found), below \(least)"
    case .atMost(let most): return value <= most ? nil : "\(name) is \(found), above \(most)"
    }
  }
}
