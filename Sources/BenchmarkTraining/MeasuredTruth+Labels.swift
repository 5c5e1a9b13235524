import AccuracyMeasurement

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// When each label holds and when it does not; what is between the two is ambiguous.
///
/// Of a run that was trained once, a label that retrainings decide is left out, also where the run alone would deny it:
/// of runs that look alike, those of which the label holds would be missing.
extension MeasuredTruth {
  var labels: [Label: Bool] {
    var labels: [Label: Bool] = [:]
    labels[.diverged] = diverged
    labels[.overfitting] = overfitting
    if !isTrainedOnce { labels[.stuck] = stuck }
    // Of a run that left the ground nothing else can be asked.
    guard diverged == false else {
      if diverged == true && !isTrainedOnce {
        labels[.undertrained] = false
        labels[.healthy] = false
      }
      return labels
    }
    labels[.noSignal] = noSignal
    labels[.validationUnrepresentative] = unrepresentative
    guard !isTrainedOnce else { return labels }
    labels[.unstable] = unstable
    labels[.undertrained] = undertrained
    labels[.underfitting] = underfitting
    labels[.healthy] = healthy(labels)
    return labels
  }

  /// The share of the run's gap between test and training loss.
  private var gap: Double { (testEnd - trainingEnd) / testEnd }

  private var isFinite: Bool {
    (run.course.loggedTraining.losses + run.course.validation.losses).allSatisfy(\.isFinite)
  }

  private var diverged: Bool? {
    if !isFinite { return true }
    let lowestTraining = training.min() ?? trainingEnd
    let hasGrown = trainingEnd >= 1.5 * lowestTraining || trainingEnd >= 1.2 * run.course.initialLoss
    if trainingEnd >= 1.3 * trainingChance && hasGrown { return true }
    return trainingEnd < 1.1 * trainingChance ? false : nil
  }

  private var stuck: Bool? {
    if trainingEnd < 0.9 * trainingChance || diverged == true { return false }
    guard let longer = outcome(.longer), 0.97...1.1 ~= trainingEnd / trainingChance else { return nil }
    return longer.trainingEnd >= 0.9 * trainingChance ? true : nil
  }

  private var noSignal: Bool? {
    if lowest >= 0.98 * chance && trainingEnd <= 0.9 * trainingChance { return true }
    return lowest < 0.93 * chance || trainingEnd > 0.97 * trainingChance ? false : nil
  }

  private var overfitting: Bool? {
    if diverged == true { return false }
    let rise = testEnd - lowest
    let trainingLowest = training.centeredMeans(width: 3)[lowestEpoch]
    let (_, error) = difference(
      run.course.tests[run.course.epochCount], run.course.tests[lowestEpoch + 1])
    if rise >= 0.05 * lowest, rise >= 0.01 * chance, rise > 3 * error, trainingEnd <= 1.02 * trainingLowest {
      return true
    }
    if trainingEnd > 1.2 * trainingLowest { return false }
    guard rise < 0.02 * lowest || rise < 0.003 * chance else { return nil }
    return isVarianceLimited ? nil : false
  }

  /// Whether the run fits its own samples far better than others, and less freedom or more data would help.
  ///
  /// Of a run that was trained once, whether that may be.
  private var isVarianceLimited: Bool {
    guard gap >= 0.5 else { return false }
    guard !isTrainedOnce else { return true }
    let simpler = [Retraining.moreDecay, .moreDropout, .narrower]
    return simpler.contains { gain($0) >= 0.05 } || gain(.moreData) >= 0.1
  }

  /// The share by which a retraining lowers the test loss at the end.
  private func gain(_ change: Retraining) -> Double {
    outcome(change).map { 1 - $0.testEnd / testEnd } ?? 0
  }

  private var unstable: Bool? {
    let own = variation(training)
    let calmer = [Retraining.thirdRate, .tenthRate].filter { isBetter($0) }
    if own < 0.02 || risingShare < 0.1 || calmer.isEmpty { return false }
    let isCalmed = calmer.contains { change in
      outcome(change).map { own >= 2.5 * variation($0.course.trainingLosses) } ?? false
    }
    return own >= 0.04 && risingShare >= 0.2 && isCalmed ? true : nil
  }

  /// Whether a lower learning rate ends with a test loss that is not worse, and clearly better there or in training.
  private func isBetter(_ change: Retraining) -> Bool {
    guard let outcome = outcome(change), outcome.testEnd <= testEnd else { return false }
    let (_, error) = difference(
      run.course.tests[run.course.epochCount], outcome.course.tests[outcome.course.epochCount])
    let isLower = outcome.testEnd <= 0.97 * testEnd && testEnd - outcome.testEnd > 3 * error
    return isLower || outcome.trainingEnd <= 0.9 * trainingEnd
  }

  /// What three times the epochs bring beyond the run's own, as a share of its lowest test loss, and its error.
  private var longerGain: (share: Double, difference: Double, error: Double) {
    guard let outcome = outcome(.longer) else { return (0, 0, 0) }
    let best = outcome.lowest(after: run.course.epochCount)
    let (_, error) = difference(run.course.tests[lowestEpoch + 1], outcome.course.tests[best.epoch])
    return (1 - best.loss / lowest, lowest - best.loss, error)
  }

  private var undertrained: Bool? {
    let gain = longerGain
    if gain.share < 0.02 || gain.difference < 0.002 * chance { return false }
    let isClear = gain.share >= 0.05 && gain.difference > 3 * gain.error && gain.difference >= 0.005 * chance
    return isClear && testEnd <= 1.05 * lowest && unstable == false && stuck != true ? true : nil
  }

  private var underfitting: Bool? {
    let freer = [Retraining.wider, .noRegularization].compactMap { outcome($0) }
    let gains = freer.map { outcome -> (share: Double, holds: Bool) in
      let best = outcome.lowest()
      let (_, error) = difference(run.course.tests[lowestEpoch + 1], outcome.course.tests[best.epoch])
      let gain = lowest - best.loss
      return (
        gain / lowest,
        gain >= 0.1 * lowest && gain > 3 * error && gain >= 0.02 * chance
          && outcome.trainingEnd <= 0.9 * trainingEnd
      )
    }
    let isHelped = gains.contains { $0.holds }
    if gap > 0.5 || overfitting == true && !isHelped { return false }
    guard undertrained == false, stuck == false else { return nil }
    if isHelped && gap <= 0.25 && unstable == false { return true }
    return gains.allSatisfy { $0.share < 0.03 } ? false : nil
  }

  private var unrepresentative: Bool? {
    let validation = run.course.validation.losses.map { $0.orLimit(50 * chance) }
    let late = test.indices.suffix(test.count - test.count / 2)
    let ratio = late.map { abs(log(max(validation[$0], 1e-9) / test[$0])) }.sorted()[late.count / 2]
    let distance = late.map { abs(validation[$0] - test[$0]) }.sorted()[late.count / 2]
    let chosen = validation.indices.min { validation[$0] < validation[$1] } ?? 0
    let cost = test[chosen] - (test.min() ?? 0)
    let share = cost / (test.min() ?? 1)
    if ratio >= log(1.3) && distance >= 0.05 * chance { return true }
    if share >= 0.15 && cost >= 0.02 * chance { return true }
    let isLevel = ratio <= log(1.12) || distance <= 0.025 * chance
    return isLevel && (share <= 0.05 || cost < 0.007 * chance) ? false : nil
  }

  private func healthy(_ labels: [Label: Bool]) -> Bool? {
    if labels.values.contains(true) { return false }
    let needed = Label.allCases.filter { $0 != .healthy && $0 != .validationUnrepresentative }
    guard needed.allSatisfy({ labels[$0] == false }) else { return nil }
    let isImprovable = Retraining.allCases.filter { $0 != .moreData }.contains { change in
      guard let best = outcome(change)?.lowest().loss else { return false }
      return lowest - best >= 0.1 * lowest && lowest - best >= 0.02 * chance
    }
    return isImprovable ? nil : true
  }
}
