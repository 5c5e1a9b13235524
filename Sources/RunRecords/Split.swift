/// The part of the data that a value was measured on.
public enum Split: String, Sendable, Hashable, Codable, CaseIterable {
  case training
  case validation
  case test
  /// A quantity of the run itself, such as its learning rate or its time.
  case run
}
