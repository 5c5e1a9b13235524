/// The one word that sums a run up.
public enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
  case goodFit = "good fit"
  case overfitting
  case underfitting
  case stillImproving = "still improving"
  case diverged
  case unstable
  case notLearning = "not learning"
  /// Training falls, but nothing of what was learned carries over to other data.
  case noSignal = "no signal"
  /// Nothing else is wrong, but the validation loss is not that of new data.
  case unreliableValidation = "unreliable validation"
  case inconclusive

  /// The verdicts from the worst to the best; nothing is known of a run that is inconclusive.
  public static let bySeverity: [Verdict] = [
    .diverged, .notLearning, .noSignal, .overfitting, .unstable, .underfitting, .stillImproving,
    .unreliableValidation, .inconclusive, .goodFit,
  ]
}
