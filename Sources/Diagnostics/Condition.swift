/// What a finding says about a run; several may hold at once.
public enum Condition: String, Sendable, Hashable, Codable, CaseIterable {
  case divergence
  case instability
  case notLearning = "not-learning"
  /// Training learns and nothing of it shows on the validation data.
  case noSignal = "no-signal"
  case doubleDescent = "double-descent"
  case overfitting
  case miscalibration
  case generalizationGap = "generalization-gap"
  case underfitting
  case stillImproving = "still-improving"
  case plateau
  /// The validation curve says little about the model: too noisy, or easier than the training data.
  case validationQuality = "validation-quality"
  /// The log itself is at fault.
  case dataQuality = "data-quality"
}
