import AccuracyMeasurement
import Testing

@testable import BenchmarkTraining

/// Labels as they follow from courses that are made up; the loss of guessing is ln 2 in all of them.
@Suite struct `What is true of a run` {
  private let good = TrainingCourse(training: falling(from: 0.7, to: 0.3), test: falling(from: 0.7, to: 0.31))

  @Test func `is healthy where nothing that could be changed would help`() {
    let labels = TrainedRun(good).labels
    #expect(labels["healthy"] == true)
    #expect(labels.filter { $0.key != "healthy" }.allSatisfy { !$0.value })
  }

  @Test func `is overfitting where the test loss rises and the training loss does not`() throws {
    let test = (0..<40).map { epoch -> Double in 0.4 + 0.0006 * Double((epoch - 12) * (epoch - 12)) }
    let run = TrainedRun(TrainingCourse(training: falling(from: 0.7, to: 0.05), test: test))
    #expect(run.labels["overfitting"] == true)
    #expect(run.labels["healthy"] == false)
    let onset = try #require(run.truth.onset)
    #expect(onset.epoch == 13)
    #expect(onset.interval.contains(13) && onset.interval.lowerBound < 13 && onset.interval.upperBound > 13)
    #expect((run.truth.gains["early_stop"] ?? 0) > 0.4)

    let both = TrainedRun(TrainingCourse(training: test, test: test))
    #expect(both.labels["overfitting"] == false, "training rises too")
    let slightly = test.map { 0.4 + ($0 - 0.4) * 0.01 }
    #expect(
      TrainedRun(TrainingCourse(training: falling(from: 0.7, to: 0.3), test: slightly)).labels["overfitting"]
        == false)
  }

  @Test func `is diverged where a loss is no number or ends beyond guessing`() {
    let growing = (0..<40).map { 0.6 + 0.05 * Double($0) }
    #expect(TrainedRun(TrainingCourse(training: growing, test: growing)).labels["diverged"] == true)
    var broken = falling(from: 0.7, to: 0.3)
    broken[20] = .nan
    #expect(TrainedRun(TrainingCourse(training: broken, test: broken)).labels["diverged"] == true)
  }

  @Test func `is stuck at guessing, unless three times the epochs cure it`() {
    let flat = [Double](repeating: 0.693, count: 40)
    let course = TrainingCourse(training: flat, test: flat)
    #expect(TrainedRun(course).labels["stuck"] == true)
    let cured = TrainingCourse(
      training: flat + falling(from: 0.69, to: 0.3, epochs: 80),
      test: flat + falling(from: 0.69, to: 0.3, epochs: 80))
    let labels = TrainedRun(course, [.longer: cured]).labels
    #expect(labels["stuck"] == nil)
    #expect(labels["undertrained"] == true)
    #expect(labels["underfitting"] == nil, "what more epochs bring says nothing of the network's size")
  }

  @Test func `has no signal where training learns and the test loss stays at guessing`() {
    let test = (0..<40).map { 0.693 + 0.01 * Double($0) }
    let labels = TrainedRun(TrainingCourse(training: falling(from: 0.7, to: 0.1), test: test)).labels
    #expect(labels["no_signal"] == true)
    #expect(labels["overfitting"] == true)
  }

  @Test func `is undertrained where more epochs bring five percent`() {
    let short = (0..<40).map { 0.7 - 0.005 * Double($0) }
    let long = (0..<120).map { 0.7 - 0.005 * Double(min($0, 80)) }
    let run = TrainedRun(
      TrainingCourse(training: short, test: short), [.longer: TrainingCourse(training: long, test: long)])
    #expect(run.labels["undertrained"] == true)
    #expect((run.truth.gains["more_epochs"] ?? 0) > 0.3)
  }

  @Test func `is underfitting where a wider network fits both sets better`() {
    let poor = TrainingCourse(training: falling(from: 0.7, to: 0.6), test: falling(from: 0.7, to: 0.6))
    #expect(TrainedRun(poor, [.wider: good]).labels["underfitting"] == true)
    #expect(TrainedRun(poor, [.wider: good]).labels["healthy"] == false)
    #expect(TrainedRun(poor).labels["underfitting"] == false)
    // More than a tenth lower on the training data alone is no underfitting.
    let memorising = TrainingCourse(training: falling(from: 0.7, to: 0.2), test: falling(from: 0.7, to: 0.6))
    #expect(TrainedRun(poor, [.wider: memorising]).labels["underfitting"] == false)
  }

  @Test func `is unstable where a lower learning rate calms it and ends lower`() {
    let jumping = (0..<40).map { 0.5 + ($0 % 2 == 0 ? 0.1 : -0.1) }
    let wild = TrainingCourse(training: jumping, test: jumping)
    #expect(TrainedRun(wild, [.thirdRate: good]).labels["unstable"] == true)
    #expect(TrainedRun(wild).labels["unstable"] == false, "no lower rate is better")
    #expect(TrainedRun(good, [.thirdRate: good]).labels["unstable"] == false)
  }

  @Test func `has validation data that mislead where their loss lies far from that of the test rows`() {
    let test = falling(from: 0.7, to: 0.4)
    let leaked = TrainingCourse(training: test, test: test, validation: test.map { 0.5 * $0 })
    #expect(TrainedRun(leaked).labels["val_unrepresentative"] == true)
    let close = TrainingCourse(training: test, test: test, validation: test.map { 1.05 * $0 })
    #expect(TrainedRun(close).labels["val_unrepresentative"] == false)
    // Between the two nothing is said.
    let between = TrainingCourse(training: test, test: test, validation: test.map { 1.2 * $0 })
    #expect(TrainedRun(between).labels["val_unrepresentative"] == nil)
  }

  @Test func `counts the gain of the lower learning rate that validation prefers`() throws {
    let better = TrainingCourse(
      training: falling(from: 0.7, to: 0.2), test: falling(from: 0.7, to: 0.25),
      validation: falling(from: 0.7, to: 0.25))
    let lucky = TrainingCourse(
      training: falling(from: 0.7, to: 0.2), test: falling(from: 0.7, to: 0.5),
      validation: falling(from: 0.7, to: 0.2))
    let gains = TrainedRun(good, [.thirdRate: better, .tenthRate: lucky]).truth.gains
    #expect(try #require(gains["lower_lr"]) < 0, "validation was lower with a tenth")
    #expect(gains["none"] == 0)
  }

  @Test func `has the labels alone that no retraining decides where it was trained once`() {
    let test = (0..<40).map { epoch -> Double in 0.4 + 0.0006 * Double((epoch - 12) * (epoch - 12)) }
    let rising = TrainedRun(
      once: TrainingCourse(training: falling(from: 0.7, to: 0.05), test: test))
    #expect(
      rising.labels == [
        "diverged": false, "overfitting": true, "no_signal": false, "val_unrepresentative": false,
      ])
    #expect(rising.truth.onset?.epoch == 13)
    #expect(rising.truth.gains.keys.sorted() == ["early_stop", "none"])
    #expect(TrainedRun(once: good).labels["overfitting"] == false)
    let memorising = TrainingCourse(
      training: falling(from: 0.7, to: 0.05), test: falling(from: 0.7, to: 0.4))
    #expect(TrainedRun(once: memorising).labels["overfitting"] == nil, "a simpler network may be better")
    #expect(TrainedRun(memorising).labels["overfitting"] == false)
    let broken = [0.7, .nan] + [Double](repeating: .nan, count: 38)
    #expect(
      TrainedRun(once: TrainingCourse(training: broken, test: broken)).labels
        == ["diverged": true, "overfitting": false])
  }
}
