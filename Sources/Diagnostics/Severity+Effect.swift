extension Severity {
  /// The word for the size of an effect, by the sizes from which it is moderate and severe.
  init(effect: Double, moderate: Double, severe: Double) {
    self = effect >= severe ? .severe : effect >= moderate ? .moderate : .mild
  }
}
