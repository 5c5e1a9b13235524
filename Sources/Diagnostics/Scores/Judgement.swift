/// Something that may be true of a run and that its signals are weighed for; several may hold at once.
public enum Judgement: String, Sendable, Hashable, Codable, CaseIterable {
  /// The loss grows beyond guessing or leaves the finite numbers.
  case divergence
  /// The model answers no better than guessing, on the training data too.
  case notLearning = "not-learning"
  /// Training falls, yet nothing that was learned carries over to other data.
  case noSignal = "no-signal"
  /// The steps are too large to settle.
  case instability
  /// The loss on new data rises while that on the training data does not.
  case overfitting
  /// A larger or freer model would fit both sets better.
  case underfitting
  /// The loss on new data would fall clearly in more epochs.
  case stillImproving = "still-improving"
  /// The validation loss is not that of new data.
  case validationQuality = "validation-quality"
  /// Nothing that a user could change would help much.
  case goodFit = "good-fit"
}

extension Judgement: Ordinal {
  /// From what ruins a run to what is well: the first that holds gives the verdict.
  static let bySeverity: [Judgement] = [
    .divergence, .notLearning, .noSignal, .overfitting, .instability, .underfitting, .stillImproving,
    .validationQuality, .goodFit,
  ]

  /// The verdict on a run of which the judgement holds.
  public var verdict: Verdict {
    switch self {
    case .divergence: .diverged
    case .notLearning: .notLearning
    case .noSignal: .noSignal
    case .instability: .unstable
    case .overfitting: .overfitting
    case .underfitting: .underfitting
    case .stillImproving: .stillImproving
    case .validationQuality: .unreliableValidation
    case .goodFit: .goodFit
    }
  }

  /// The judgement that findings of a condition speak for; `nil` for conditions that are not weighed.
  public init?(_ condition: Condition) {
    switch condition {
    case .divergence: self = .divergence
    case .notLearning: self = .notLearning
    case .noSignal: self = .noSignal
    case .instability: self = .instability
    case .overfitting, .miscalibration: self = .overfitting
    case .underfitting: self = .underfitting
    case .stillImproving: self = .stillImproving
    case .validationQuality: self = .validationQuality
    case .doubleDescent, .generalizationGap, .plateau, .dataQuality: return nil
    }
  }
}
