import RunRecords

/// The losses and accuracies of a run at the same epochs, so that they can be held against each other.
///
/// The epochs are those of the validation loss, in groups where there are more than ``mostEpochs``. Of a training
/// curve that was logged more often, the mean since the epoch before counts.
struct JudgedCurves: Sendable {
  let validation: LossCourse
  let training: LossCourse?
  /// The logarithms of the training loss as of the end of each epoch.
  let trainingAtEnd: [Double]?
  let validationAccuracy: [Double]?
  let trainingAccuracy: [Double]?
  /// The level that stands for having learned nothing: that of guessing, else that of the first epochs.
  let level: Double
  /// The share of the losses that were not finite.
  let nonFiniteShare: Double

  /// The most epochs that are judged one by one.
  static let mostEpochs = 200
  /// The fewest epochs that can be judged.
  static let fewestEpochs = 5

  /// Aligns the curves; `nil` where there are too few epochs with a finite validation loss.
  init?(_ run: MeasuredRun) {
    guard let base = run.validationLoss, base.count >= Self.fewestEpochs else { return nil }
    let group = (base.count + Self.mostEpochs - 1) / Self.mostEpochs
    let ends =
      group == 1
      ? base.epochs
      : stride(from: group - 1, to: base.count - 1, by: group).map { base.epochs[$0] } + [
        base.epochs[base.count - 1]
      ]
    var validation = base.means(upTo: ends)
    var training = run.trainingLoss.flatMap { $0.values.isEmpty ? nil : $0.means(upTo: ends) }
    // Losses that are not above zero keep their shape above a floor of their own.
    let lowest = min(validation.min() ?? 0, training?.min() ?? .infinity)
    if lowest < 0 {
      let highest = max(validation.max() ?? 0, training?.max() ?? -.infinity)
      let lift = 0.1 * (highest - lowest) - lowest + (highest > lowest ? 0 : 1)
      validation = validation.map { $0 + lift }
      training = training?.map { $0 + lift }
    }
    func accuracy(_ score: MeasuredCurve?) -> [Double]? {
      score.flatMap { $0.isAccuracy && !$0.values.isEmpty ? $0.means(upTo: ends) : nil }
    }
    validationAccuracy = accuracy(run.validationScore)
    trainingAccuracy = accuracy(run.trainingScore)
    let accuracies = validationAccuracy ?? trainingAccuracy
    let first = [validation, training].compactMap { $0?.prefix(3).median() }.max() ?? 1
    let measured = accuracies == run.validationScore?.values ? run.guessing?.guessing : nil
    let guessing = measured ?? run.chance.map { $0.guessing(accuracies: accuracies).loss }
    level = max(guessing ?? first, Double.leastNormalMagnitude)
    let floor = 0.02 * level
    self.validation = LossCourse(validation, floor: floor)
    self.training = training.map { LossCourse($0, floor: floor) }
    if let training, run.record.facts.trainingLossMode == .running {
      trainingAtEnd = Self.atEnds(ofRunningMeans: training).map { (max($0, 0) + floor).naturalLog }
    } else {
      trainingAtEnd = self.training?.logs
    }
    nonFiniteShare = Self.nonFiniteShare(run)
  }

  /// The share of the losses that are not finite; gaps in the validation loss alone are epochs without validation.
  private static func nonFiniteShare(_ run: MeasuredRun) -> Double {
    func share(_ curve: MeasuredCurve?) -> Double {
      // What a curve left out is all that can be not finite.
      guard let curve, case let series = curve.series, curve.count < series.count else { return 0 }
      return Double(series.values.count { !$0.isFinite }) / Double(series.count)
    }
    let training = share(run.trainingLoss)
    let endsFinite = run.validationLoss?.series.values.last?.isFinite ?? true
    let isOnlyGaps = run.trainingLoss?.tail != nil && training == 0 && endsFinite
    return isOnlyGaps ? 0 : max(training, share(run.validationLoss))
  }

  /// The level at the end of each epoch: a mean over an epoch stands for its middle.
  private static func atEnds(ofRunningMeans values: [Double]) -> [Double] {
    let last = values.count - 1
    return values.indices.map { index in
      index < last
        ? (values[index] + values[index + 1]) / 2
        : values[last] + (last > 0 ? min(0, values[last] - values[last - 1]) / 2 : 0)
    }
  }
}

extension MeasuredCurve {
  /// The mean of the values logged after the epoch before and up to each of some epochs; where there is none, the
  /// mean before, and at the start the first value.
  fileprivate func means(upTo ends: [Double]) -> [Double] {
    if ends.count == count, ends == epochs { return values }
    var means: [Double] = []
    means.reserveCapacity(ends.count)
    var next = 0
    for end in ends {
      var sum = 0.0
      let start = next
      while next < count, epochs[next] <= end {
        sum += values[next]
        next += 1
      }
      means.append(next > start ? sum / Double(next - start) : means.last ?? values[0])
    }
    return means
  }
}
