/// The one word that sums a run up.
public enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
  case goodFit = "good fit"
  case overfitting
  case underfitting
  case stillImproving = "still improving"
  case diverged
  case unstable
  case notLearning = "not learning"
  case inconclusive
}
