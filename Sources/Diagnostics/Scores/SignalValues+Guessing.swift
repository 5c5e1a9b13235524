extension SignalValues {
  /// What the number of validation samples leaves to chance: the rise of the validation loss beside its sampling error,
  /// the standard error of the share of wrong answers, as a share of them, and the steps of the accuracy beside it.
  mutating func measureSampling(_ curves: JudgedCurves, size: Int?) {
    guard let size, size > 0 else { return }
    let rise = curves.validation.end - curves.validation.lowest
    set(.validationRiseSampled, rise / GuessingComparison.samplingError(size: size))
    guard let accuracy = curves.validationAccuracy else { return }
    let share = min(max(accuracy.suffix(5).mean(), 0.01), 0.99)
    set(.samplingError, 0.5 * (share / ((1 - share) * Double(size))).naturalLog)
    let late = accuracy[(accuracy.count / 2)...]
    let steps = zip(late.dropFirst(), late).map { $0 - $1 }
    guard !steps.isEmpty else { return }
    let mean = steps.mean()
    let variance = steps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(steps.count)
    let error = (share * (1 - share) / Double(size)).squareRoot()
    set(.accuracyNoiseRatio, ((variance.squareRoot() + 1e-4) / error).naturalLog)
  }

  /// What is seen of judgements that the level of guessing decides.
  mutating func measureGuessing(_ comparison: GuessingComparison?) {
    guard let comparison else { return }
    set(.guessingSkill, comparison.skill)
    set(.guessingSkillAtEnd, comparison.skillAtEnd)
    set(.guessingDoubt, comparison.doubt)
    set(.seesNoSignal, comparison.noSignal)
    set(.seesNoLearning, comparison.noLearning)
  }
}
