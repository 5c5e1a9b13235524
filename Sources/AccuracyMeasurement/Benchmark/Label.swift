/// What may hold of a run, by the names that a benchmark of runs with known truth uses.
///
/// The cases stand in the order of the score's table; several may hold at once.
package enum Label: String, Sendable, Hashable, Codable, CaseIterable {
  case overfitting
  case underfitting
  case undertrained
  case diverged
  case unstable
  case stuck
  case noSignal = "no_signal"
  case validationUnrepresentative = "val_unrepresentative"
  case healthy

  /// The labels from the one that matters most for a run to the one that matters least.
  package static let bySeverity: [Label] = [
    .diverged, .stuck, .noSignal, .overfitting, .unstable, .underfitting, .undertrained,
    .validationUnrepresentative, .healthy,
  ]
}
