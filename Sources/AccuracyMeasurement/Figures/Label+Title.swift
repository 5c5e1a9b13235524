extension Label {
  /// The label in words for people, such as `not learning`.
  package var title: String {
    switch self {
    case .overfitting: "overfitting"
    case .underfitting: "underfitting"
    case .undertrained: "still improving"
    case .diverged: "diverged"
    case .unstable: "unstable"
    case .stuck: "not learning"
    case .noSignal: "no signal"
    case .validationUnrepresentative: "unreliable validation"
    case .healthy: "good fit"
    }
  }
}
