import RunRecords
import Testing

@testable import Diagnostics

/// What a page says in one place is not denied in another.
@Suite struct `A diagnosis agrees with itself` {
  private static let steps = (1...40).map(Double.init)

  /// Runs of which the signals and the rules have said different things.
  private static let runs: [RunRecord] = {
    let saw = (0..<40).map { $0 % 2 == 0 ? 1.05 : 1.8 }
    let settled = decay(from: 2.1, to: 1.15, over: 80, half: 3)
    return [
      makeRun(training: saw, validation: saw.map { $0 * 1.05 }),
      makeRun(
        training: decay(from: 2.1, to: 0.02, over: 80, half: 5), validation: settled,
        trainingAccuracy: decay(from: 0.1, to: 0.98, over: 80, half: 5),
        validationAccuracy: decay(from: 0.1, to: 0.58, over: 80, half: 4)),
      makeRun(
        training: noisy(decay(from: 2.2, to: 0.06, over: 60, half: 6), by: 0.02, seed: 4),
        validation: noisy(decay(from: 2.2, to: 0.7, over: 60, half: 5), by: 0.01, seed: 5)),
      makeRun(training: steps.map { 2.3 / $0 }, validation: steps.map { 2.3 / $0 + 0.01 }),
    ]
      + (0..<12).map { seed in
        makeRun(
          training: noisy(decay(from: 2, to: 0.3, over: 60, half: 9), by: 0.02, seed: UInt64(seed)),
          validation: noisy(
            decay(from: 2, to: 0.3 + 0.05 * Double(seed), over: 60, half: 6), by: 0.015,
            seed: UInt64(seed) &+ 50))
      }
  }()

  @Test(arguments: runs.indices) func `in verdict, findings and remedies, run`(_ index: Int) {
    let diagnosis = Self.runs[index].diagnose()
    let remedies = diagnosis.remedies.map(\.remedy.id)
    #expect(!remedies.isEmpty || [.goodFit, .inconclusive].contains(diagnosis.verdict))
    for (place, remedy) in diagnosis.remedies.enumerated() {
      #expect(!diagnosis.remedies[..<place].contains { $0.remedy.isOpposite(of: remedy.remedy) })
    }
    switch diagnosis.verdict {
    case .stillImproving:
      #expect(!remedies.contains("stop-at-plateau"))
      #expect(!diagnosis.findings.contains { $0.condition == .plateau })
    case .goodFit:
      #expect(!diagnosis.findings.contains { $0.severity == .severe && $0.confidence >= 0.9 })
    case .overfitting:
      let unasked = diagnosis.remedies.filter { $0.rule == nil }.map(\.remedy.id)
      #expect(!unasked.contains("train-longer") && !unasked.contains("larger-model"))
      #expect(remedies != ["more-data"] || diagnosis.keep?.epoch == Self.runs[index].epochs.last)
    default: break
    }
  }

  @Test func `an epoch to keep is advised too where no remedy of overfitting helped similar runs much`()
    throws
  {
    let training = [
      2.0548, 1.6905, 1.4031, 1.1420, 0.9479, 0.7831, 0.6595, 0.5540, 0.4455, 0.3899, 0.3176, 0.2637,
      0.2381, 0.1922, 0.1598, 0.1496, 0.1317, 0.1131, 0.1173, 0.0902, 0.0667, 0.0867, 0.0757, 0.0760,
      0.0712,
    ]
    let validation = [
      2.2982, 1.9645, 1.6375, 1.3704, 1.2236, 1.0498, 0.9103, 0.7909, 0.6803, 0.6434, 0.6274, 0.6170,
      0.5509, 0.5702, 0.5288, 0.5436, 0.5493, 0.5443, 0.5676, 0.5990, 0.5783, 0.6094, 0.5969, 0.6162,
      0.5793,
    ]
    let diagnosis = makeRun(training: training, validation: validation).diagnose()
    #expect(diagnosis.verdict == .overfitting)
    let kept = try #require(diagnosis.keep).epoch
    #expect(kept < Double(training.count))
    #expect(diagnosis.remedies.map(\.remedy.id) == ["keep-best-epoch", "more-data"])
    let advised = diagnosis.remedies.first?.action.measurements.first { $0.id == "keep" }
    #expect(advised?.value == kept)
  }

  @Test func `of remedies that undo each other the first is advised`() {
    func remedies(_ remedies: [Remedy]) -> [Remedy] {
      remedies.map {
        RankedRemedy(remedy: $0, action: Phrase($0.action), reason: Phrase(""), rule: nil)
      }.withoutOpposites().map(\.remedy)
    }
    #expect(remedies([.addWeightDecay, .moreData, .reduceRegularization]) == [.addWeightDecay, .moreData])
    #expect(remedies([.reduceRegularization, .addDropout, .addWeightDecay]) == [.reduceRegularization])
    #expect(remedies([.trainLonger, .stopEarly, .keepBestEpoch]) == [.trainLonger, .keepBestEpoch])
    #expect(remedies([.largerModel, .raiseLearningRate]) == [.largerModel, .raiseLearningRate])
  }

  @Test func `a loss that swings without a trend has not diverged`() {
    #expect(Self.runs[0].diagnose().verdict == .unstable)
    #expect(!Self.runs[0].diagnose().findings.contains { $0.condition == .plateau })
  }

  @Test func `a loss that climbs from the first epoch on to three times its value has diverged`() {
    let rising = (0..<30).map { 0.5 + 1.1 * Double($0) / 29 }
    let diagnosis = makeRun(
      training: noisy(rising, by: 0.02, seed: 1), validation: noisy(rising, by: 0.02, seed: 2)
    ).diagnose()
    #expect(diagnosis.verdict == .diverged)
  }

  @Test func `forty points between the accuracies are no good fit`() {
    let diagnosis = Self.runs[1].diagnose()
    #expect(diagnosis.verdict == .overfitting)
    #expect(diagnosis.findings.contains { $0.condition == .generalizationGap })
  }

  @Test func `a validation loss of nothing but zeros was never measured`() {
    let training = decay(from: 2, to: 0.4, over: 40, half: 8)
    let diagnosis = makeRun(training: training, validation: [Double](repeating: 0, count: 40)).diagnose()
    #expect(diagnosis.verdict == .inconclusive)
    #expect(diagnosis.notes.contains { $0.text.contains("val_loss is 0 throughout") })
  }

  @Test func `one answer to every input is no good fit`() throws {
    let loss = decay(from: 0.3, to: 0.1985, over: 40, half: 3)
    let steady = [Double](repeating: 0.95, count: 40)
    let diagnosis = makeRun(
      training: noisy(loss, by: 0.01, seed: 1), validation: noisy(loss, by: 0.01, seed: 2),
      trainingAccuracy: steady, validationAccuracy: steady
    ).diagnose()
    #expect(diagnosis.verdict != .goodFit)
    #expect(diagnosis.findings.contains { $0.rule == "accuracy-never-changes" })
  }

  @Test func `a gap is measured no further than the training loss was logged`() {
    let run = makeRun(
      training: decay(from: 2, to: 0.5, over: 30, half: 9),
      validation: decay(from: 2.1, to: 0.12, over: 100, half: 18))
    #expect(MeasuredRun(run).lossGap?.epochs.last == 30)
    #expect(!run.diagnose().findings.contains { $0.rule == "validation-below-training" })
  }

  @Test func `boosted trees are not given the remedies of networks`() {
    var run = makeRun(
      training: decay(from: 2.1, to: 0.3, over: 60, half: 20),
      validation: decay(from: 2.1, to: 0.35, over: 60, half: 20))
    let networks: Set = ["larger-model", "smaller-model", "add-dropout", "add-weight-decay"]
    run.format = "boosting-json"
    #expect(networks.isDisjoint(with: run.diagnose().remedies.map(\.remedy.id)))
  }

  @Test func `of values that are not a number no gain is promised`() {
    let run = makeRun(
      training: decay(from: 2, to: 0.3, over: 40, half: 8),
      validation: decay(from: 2, to: 0.4, over: 30, half: 8) + [Double](repeating: .nan, count: 10))
    let diagnosis = run.diagnose()
    #expect(diagnosis.verdict == .diverged)
    #expect(diagnosis.remedies.allSatisfy { $0.outlook == nil })
    #expect(diagnosis.reason.text { _ in "" }.contains("training loss stays finite"))
  }

  @Test func `a log of three epochs is told to hold more`() {
    let remedies = makeRun(training: [2, 1.5, 1.6], validation: [2.1, 1.7, 1.8]).diagnose().remedies
    #expect(remedies.map(\.remedy.id) == ["log-more-epochs"])
  }
}
