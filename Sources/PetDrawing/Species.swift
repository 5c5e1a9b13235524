extension PetDrawing {
  /// The two classes; the raw value is the name of a class's folder.
  public enum Species: String, Sendable, Hashable, CaseIterable {
    case cat
    case dog
  }
}
