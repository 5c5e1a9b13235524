import RunRecords
import Testing

@testable import Diagnostics

@Suite struct `The epoch to keep` {
  @Test func `is the lowest of the validation loss`() throws {
    let keep = try #require(
      makeRun(
        training: decay(from: 2.3, to: 0.05, over: 40, half: 6),
        validation: valley(from: 2.3, low: 0.6, turn: 15, to: 1.1, over: 40)
      ).diagnose().keep)
    #expect(abs(keep.epoch - 15) <= 1)
    #expect(keep.series == "val_loss")
  }

  @Test func `is not a single lucky epoch`() throws {
    var validation = valley(from: 2.3, low: 0.6, turn: 15, to: 1.1, over: 40)
    validation[36] = 0.2
    let keep = try #require(
      makeRun(training: decay(from: 2.3, to: 0.05, over: 40, half: 6), validation: validation).diagnose().keep
    )
    #expect(abs(keep.epoch - 15) <= 2)
  }

  @Test func `is an epoch that was validated`() throws {
    let validation = valley(from: 2.3, low: 0.6, turn: 6, to: 1.1, over: 20)
    let run = makeRun(
      training: decay(from: 2.3, to: 0.05, over: 58, half: 9), validation: validation, every: 3)
    let keep = try #require(run.diagnose().keep)
    #expect(run.series[1].epochs.contains(keep.epoch))
    #expect(abs(keep.epoch - 16) <= 3)
  }

  @Test func `is the later minimum after a second descent`() throws {
    let example = try #require(SecondDescent.card.fires.first)
    let diagnosis = example.run.diagnose()
    #expect(diagnosis.flags(.doubleDescent))
    #expect(!diagnosis.flags(.overfitting))
    #expect(try #require(diagnosis.keep).epoch > 60)
  }

  @Test func `comes from the score where no validation loss was logged`() throws {
    let accuracy = valley(from: 0.3, low: 0.9, turn: 20, to: 0.8, over: 40)
    let keep = try #require(
      makeRun(training: decay(from: 1, to: 0.1, over: 40, half: 4), validationAccuracy: accuracy).diagnose()
        .keep)
    #expect(keep.series == "val_acc")
    #expect(abs(keep.epoch - 20) <= 1)
  }

  @Test func `is the last one where only training was logged`() throws {
    let keep = try #require(makeRun(training: decay(from: 1, to: 0.1, over: 30, half: 4)).diagnose().keep)
    #expect(keep.epoch == 30)
    #expect(keep.reason.template.contains("validation"))
  }

  @Test(arguments: [[], [Double.nan]]) func `is none where no loss was ever finite`(validation: [Double]) {
    let diagnosis = makeRun(training: [.nan], validation: validation, validationAccuracy: [0.5]).diagnose()
    #expect(diagnosis.flags(.divergence))
    #expect(diagnosis.keep == nil)
  }

  @Test func `is the last good one where training diverged`() throws {
    let training = decay(from: 1, to: 0.1, over: 12, half: 4) + [4, 60, .infinity, .nan]
    let keep = try #require(makeRun(training: training).diagnose().keep)
    #expect((11...12).contains(keep.epoch))
  }

  @Test func `is none where nothing is finite`() {
    #expect(makeRun(training: [.nan, .infinity]).diagnose().keep == nil)
  }
}

@Suite struct `Remedies` {
  @Test func `come once each and have all their numbers`() {
    for item in ExampleCase.firing {
      let diagnosis = item.example.run.diagnose()
      let ids = diagnosis.remedies.map(\.remedy.id)
      #expect(Set(ids).count == ids.count)
      for remedy in diagnosis.remedies {
        for phrase in [remedy.action, remedy.reason] {
          #expect(!phrase.text { _ in "1" }.contains("{"), "\(phrase.template)")
        }
        #expect(
          diagnosis.findings.contains { $0.rule == remedy.rule }
            || (remedy.rule == nil && remedy.outlook != nil))
      }
    }
  }

  @Test func `are led by what the deciding finding asks for, then by what brought similar runs most`() throws
  {
    let diagnosis = makeRun(
      training: decay(from: 2.3, to: 0.05, over: 40, half: 6),
      validation: valley(from: 2.3, low: 0.6, turn: 15, to: 1.1, over: 40)
    ).diagnose()
    let merits = diagnosis.remedies.compactMap { $0.outlook?.merit }
    // What the deciding finding asks for first goes before what is not far more promising.
    let answer = diagnosis.decidedBy?.card.remedies.first?.remedy.id
    #expect(diagnosis.remedies.first?.remedy.id == answer)
    #expect(merits.dropFirst() == merits.dropFirst().sorted(by: >)[...])
    #expect(try #require(merits.first) >= 0)
    let outlooks = diagnosis.remedies.compactMap(\.outlook)
    #expect(outlooks.allSatisfy { $0.expectedGain > 0 && $0.similar.better > $0.similar.worse })
    let keep = try #require(diagnosis.remedies.first { $0.remedy.id == "keep-best-epoch" })
    let outlook = try #require(keep.outlook)
    #expect(outlook.similar.runs > 50 && outlook.similar.better > 0.5 && outlook.similar.gain > 0.1)
  }

  @Test func `begin with the answer to what decides, where it is about as promising`() throws {
    let diagnosis = makeRun(
      training: decay(from: 2.3, to: 0.2, over: 30, half: 20),
      validation: decay(from: 2.3, to: 0.3, over: 30, half: 20)
    ).diagnose()
    #expect(diagnosis.verdict == .stillImproving)
    #expect(diagnosis.remedies.first?.remedy.id == "train-longer")
  }
}
