/// How much a finding matters for the result of the run, apart from how sure it is.
public enum Severity: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  /// Worth knowing; nothing is lost by it.
  case info
  case mild
  case moderate
  case severe

  public static func < (one: Severity, other: Severity) -> Bool {
    one.rank < other.rank
  }

  private var rank: Int {
    switch self {
    case .info: 0
    case .mild: 1
    case .moderate: 2
    case .severe: 3
    }
  }
}
