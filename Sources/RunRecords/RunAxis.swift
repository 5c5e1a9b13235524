/// What a run counts its progress in.
public enum RunAxis: String, Sendable, Hashable, Codable, CaseIterable {
  case epoch
  case step
  /// Boosting rounds or solver iterations.
  case iteration
  /// No progress of one run: each value comes of a model trained on that many examples (a learning curve in
  /// scikit-learn's sense).
  case trainingSize = "training size"
  /// No progress of one run: each value comes of a model trained with that value of a hyperparameter (a validation curve
  /// in scikit-learn's sense).
  case hyperparameter = "hyperparameter value"

  /// Whether each value is that of a model of its own, not of one model on its way.
  public var isOverModels: Bool { self == .trainingSize || self == .hyperparameter }
}
