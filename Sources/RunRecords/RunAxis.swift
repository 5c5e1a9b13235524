/// What a run counts its progress in.
public enum RunAxis: String, Sendable, Hashable, Codable, CaseIterable {
  case epoch
  case step
  /// Boosting rounds or solver iterations.
  case iteration
}
