/// A rise of the validation loss above its lowest level, beside what training did meanwhile.
///
/// Two rules look at it: one where the score got worse too, one where it held.
struct ValidationRise: Sendable {
  let loss: Worsening
  /// The share beyond which the rise counts: the tolerance or twice its standard error.
  let threshold: Double
  /// The noise of the validation loss as a share of its lowest level.
  let noise: Double
  /// A patience that suits the length of the run, in epochs.
  private let patience: Double
  /// The share by which the smoothed training loss fell from the validation loss's best epoch to the end.
  let trainingFall: Double?
  /// The judged score at the validation loss's best epoch and at the end, and how much worse it got.
  let score: ScoreChange?

  struct ScoreChange: Sendable {
    let best: Double
    let end: Double
    /// The change for the worse beyond which the score got worse.
    let margin: Double
    /// The change for the worse, in the metric's unit.
    let loss: Double

    var holds: Bool { loss <= margin }
  }

  /// Measures the rise; `nil` where the validation loss did not rise, or training rose with it.
  ///
  /// - Parameters:
  ///   - tolerance: The share of the lowest loss that a rise has to exceed.
  ///   - scale: The share of the loss's typical high level that a rise has to exceed too, so that a loss
  ///     near zero does not rise by large shares of nothing.
  init?(_ run: MeasuredRun, tolerance: Double, scale: Double) {
    guard let curve = run.validationLoss, curve.count >= 4, let loss = curve.worsening else { return nil }
    threshold = max(tolerance, 2 * loss.error)
    guard loss.share > threshold, let high = curve.typicalHigh, loss.amount > scale * abs(high) else {
      return nil
    }
    let fall = run.trainingFall(since: loss.bestEpoch)
    if fall != nil, run.trainingGotWorse(since: loss.bestEpoch) { return nil }
    trainingFall = fall
    self.loss = loss
    noise = curve.noiseShare(of: loss.best)
    patience = Self.patience(curve)
    score = Self.score(run, since: loss.bestEpoch)
  }

  private static func score(_ run: MeasuredRun, since epoch: Double) -> ScoreChange? {
    guard let curve = run.validationScore, let end = curve.tail, let index = curve.index(at: epoch) else {
      return nil
    }
    let around = max(0, index - 2)...min(curve.count - 1, index + 2)
    guard let best = curve.values[around].median() else { return nil }
    let error = curve.error(at: best, examples: run.record.facts.validationSize)
    let floor = curve.series.metric.unit == .fraction ? 0.005 : 0.01 * abs(best)
    return ScoreChange(
      best: best, end: end, margin: max(error, floor), loss: curve.isHigherBetter ? best - end : end - best)
  }

  /// The measurements that both rules show.
  ///
  /// - Parameter lastEpoch: The last epoch of the run.
  func measurements(lastEpoch: Double) -> [Measurement] {
    var list = [
      Measurement("rise", "Rise above the lowest loss", loss.share, .share, .above(threshold)),
      Measurement("onset", "Epoch of the lowest validation loss", loss.bestEpoch, .epoch),
      Measurement("last", "Last epoch", lastEpoch, .epoch),
      Measurement("lowest", "Lowest validation loss, smoothed", loss.best, .loss),
      Measurement("end", "Validation loss at the end, median of the last values", loss.end, .loss),
      Measurement("noise", "Noise of the validation loss", noise, .share),
      Measurement("patience", "Patience to use", patience, .epochs),
    ]
    if let trainingFall {
      list.insert(
        Measurement("fall", "Fall of the training loss meanwhile", max(trainingFall, 0), .share), at: 5)
    }
    if let score {
      list.append(Measurement("scoreBefore", "Validation score at that epoch", score.best, .score))
      list.append(Measurement("scoreEnd", "Validation score at the end", score.end, .score))
    }
    return list
  }

  /// A patience that suits the run's length: a tenth of its validated epochs, from 3 to 20.
  static func patience(_ curve: MeasuredCurve) -> Double {
    Double(min(max(curve.count / 10, 3), 20))
  }
}
