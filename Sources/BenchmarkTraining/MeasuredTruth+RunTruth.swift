import AccuracyMeasurement

extension TrainedRun {
  /// What is true of the run.
  package var truth: RunTruth { MeasuredTruth(self).truth }
}

extension MeasuredTruth {
  /// What is true of the run, in the benchmark's words.
  fileprivate var truth: RunTruth {
    let labels = labels
    let accuracies = (1...test.count).compactMap { run.course.tests[$0]?.accuracy }
    return RunTruth(
      family: run.family, labels: labels, onset: labels[.overfitting] == true ? onset : nil, chance: chance,
      schedule: run.plan.schedule.rawValue, gains: gains,
      testLoss: (1...test.count).map { run.course.tests[$0]?.loss ?? .nan },
      testAccuracy: accuracies.count == test.count ? accuracies : nil)
  }

  /// Where the test loss is lowest, and the stretch around it within 2 %.
  private var onset: RunTruth.Onset {
    let limit = 1.02 * lowest
    var (first, last) = (lowestEpoch, lowestEpoch)
    while first > 0, smoothedTest[first - 1] <= limit { first -= 1 }
    while last + 1 < smoothedTest.count, smoothedTest[last + 1] <= limit { last += 1 }
    return RunTruth.Onset(epoch: Double(lowestEpoch + 1), interval: Double(first + 1)...Double(last + 1))
  }

  /// The share by which each remedy lowers the test loss at the end.
  private var gains: [String: Double] {
    let validation = run.course.validation.losses
    let chosen = validation.indices.filter { validation[$0].isFinite }.min { validation[$0] < validation[$1] }
    var losses: [String: Double] = ["none": testEnd]
    losses["early_stop"] = chosen.map { test[$0] } ?? testEnd
    let rates = [Retraining.thirdRate, .tenthRate].compactMap { outcome($0) }
    losses["lower_lr"] = rates.min { $0.validationEnd < $1.validationEnd }?.testEnd
    let changes: [(String, Retraining)] = [
      ("raise_lr", .fivefoldRate), ("add_weight_decay", .moreDecay), ("add_dropout", .moreDropout),
      ("reduce_regularization", .noRegularization), ("smaller_model", .narrower), ("larger_model", .wider),
      ("more_epochs", .longer), ("more_data", .moreData),
    ]
    for (name, change) in changes { losses[name] = outcome(change)?.testEnd }
    return losses.mapValues { min(max(1 - $0 / testEnd, -1), 1) }
  }
}

extension RetrainingOutcome {
  /// The validation loss at the end.
  fileprivate var validationEnd: Double {
    let losses = course.validation.losses
    return losses[TrainedRun.end(of: losses.count)].map { $0.orLimit(1e30) }.mean
  }
}
