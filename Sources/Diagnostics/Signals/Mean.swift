extension Collection<Double> {
  /// The mean; not a number for an empty collection.
  func mean() -> Double { reduce(0, +) / Double(count) }
}
