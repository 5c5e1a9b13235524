/// What a verdict by the signals alone cannot do without.
extension SignalValues {
  /// Whether the validation loss falls over the last third of the epochs by more than its noise makes of nothing.
  var showFall: Bool {
    guard let trend = self[.validationTrend], let noise = self[.validationNoise],
      let count = self[.epochCount]
    else { return false }
    // Twice the difference of two medians of a sixth of the epochs each.
    let error = 2.5 * noise.exponential * (12 / count.exponential).squareRoot()
    return trend < -max(0.002, error)
  }

  /// Whether the training loss ends above its first value, and its lowest, by more than it scatters.
  private var endsAboveItsStart: Bool {
    guard let fall = self[.trainingFall], let rise = self[.trainingRise], let noise = self[.trainingNoise]
    else { return false }
    return min(-fall, rise) > max(0.1, noise.exponential)
  }

  /// Whether the signals hold what a judgement cannot do without, whatever else speaks for it.
  ///
  /// - Parameter isStill: Whether a run whose training loss does not fall has learned nothing, at whatever level.
  func permit(_ judgement: Judgement, knowsLevel: Bool, isStill: Bool = false) -> Bool {
    func isAbove(_ signal: Signal, _ bound: Double) -> Bool { self[signal].map { $0 > bound } ?? false }
    return switch judgement {
    // By the truth's definition a rise below 2 % is no overfitting, and one from 5 % on is.
    case .overfitting: isAbove(.validationRise, 0.03)
    case .stillImproving: isAbove(.validationLastHalf, 0.01) && showFall
    case .instability: isAbove(.trainingSteps, 0.1)
    // That a level is too high takes a level to hold it against, but that nothing moves does not, unless many answers
    // are right from the start.
    case .notLearning:
      knowsLevel || isStill && !isAbove(.trainingFall, 0.01)
    case .noSignal, .underfitting: knowsLevel
    // Curves alone hardly tell unrepresentative data: a rule has to name what is wrong with them.
    case .validationQuality: false
    // A training loss that ends below its start, or where it was lowest, may still lie beyond guessing, but only its
    // level could tell.
    case .divergence: knowsLevel || endsAboveItsStart
    case .goodFit: true
    }
  }
}
