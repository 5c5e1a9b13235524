import RunRecords
import Testing

@testable import Diagnostics

/// What may not depend on units, counting or the order of columns.
struct Outline: Equatable {
  let verdict: Verdict
  let rules: Set<String>
  let severities: [Severity]
  let onsets: [Double?]
  let keep: Double?

  /// - Parameters:
  ///   - shift: What was added to the epochs.
  ///   - stretch: What they were multiplied by.
  init(_ diagnosis: Diagnosis, shift: Double = 0, stretch: Double = 1) {
    verdict = diagnosis.verdict
    rules = Set(diagnosis.findings.map(\.rule))
    severities = diagnosis.findings.map(\.severity)
    onsets = diagnosis.findings.map { finding in finding.evidence.onset.map { $0.epoch / stretch - shift } }
    keep = diagnosis.keep.map { $0.epoch / stretch - shift }
  }
}

@Suite struct `A diagnosis does not change` {
  static let runs: [RunRecord] = (ExampleCase.firing + ExampleCase.silent).map(\.example.run)

  @Test(arguments: [1e-9, 1e-4, 3.7, 1e5, 1e9])
  func `when the losses are multiplied by`(_ factor: Double) {
    for run in Self.runs {
      let isFreeOfChance =
        run.facts.classCount == nil
        && (run.diagnose().chance == nil || run.facts.guessingLoss != nil)
        && !run.diagnose().findings.contains { $0.rule == LossBeyondGuessing.card.id }
      // What one answer to every input costs is a level of its own.
      let isSteady = MeasuredRun(run).trainingScore?.steadyShare.map { $0 >= 0.9 } ?? false
      guard isFreeOfChance, !isSteady else { continue }
      var scaled = run.mapSeries(value: { series, value in
        series.metric.kind == .loss ? value * factor : value
      })
      scaled.facts.guessingLoss = run.facts.guessingLoss.map { $0 * factor }
      // A scaled loss may look like that of guessing; such a run is another run.
      guard scaled.diagnose().chance == nil || run.facts.guessingLoss != nil else { continue }
      #expect(Outline(scaled.diagnose()) == Outline(run.diagnose()), "\(run.name)")
    }
  }

  @Test(arguments: [-1.0, 1, 1000]) func `when the epochs are shifted by`(_ shift: Double) {
    // What they say of the beginning of a run takes a log that has it.
    let beginnings: Set = [TrainingLossNeverFalls.card.id, ExplodingLoss.card.id]
    for run in Self.runs {
      if shift > 1, run.diagnose().findings.contains(where: { beginnings.contains($0.rule) }) { continue }
      let shifted = run.mapSeries(epoch: { $0 + shift })
      #expect(Outline(shifted.diagnose(), shift: shift) == Outline(run.diagnose()), "\(run.name)")
    }
  }

  @Test func `when the series come in another order`() {
    for run in Self.runs {
      var reordered = run
      reordered.series.reverse()
      #expect(Outline(reordered.diagnose()) == Outline(run.diagnose()), "\(run.name)")
    }
  }

  @Test func `when a run counts steps, whatever their number in an epoch`() {
    for run in Self.runs where run.axis == .epoch {
      var steps = run.mapSeries(epoch: { $0 * 100 })
      steps.axis = .step
      #expect(Outline(steps.diagnose(), stretch: 100) == Outline(run.diagnose()), "\(run.name)")
    }
  }

  @Test func `when something else is logged beside the losses and scores`() {
    for run in Self.runs {
      var more = run
      let epochs = run.epochs
      more.series += [
        (Metric.time, Split.run), (Metric(name: "x", kind: .other, direction: .none), .validation),
      ]
      .map { metric, split in
        MetricSeries(
          name: metric.name, metric: metric, split: split, epochs: epochs, values: epochs.map { -7 * $0 })
      }
      #expect(Outline(more.diagnose()) == Outline(run.diagnose()), "\(run.name)")
    }
  }

  @Test func `from one time to the next`() {
    for run in Self.runs {
      let first = run.diagnose()
      let second = run.diagnose()
      #expect(first.confidence == second.confidence)
      #expect(first.findings.map(\.evidence) == second.findings.map(\.evidence))
      #expect(first.remedies == second.remedies)
    }
  }
}
