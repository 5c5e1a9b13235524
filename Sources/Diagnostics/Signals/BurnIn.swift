/// The first epochs of a run, whose steep fall says nothing about noise and scale.
enum BurnIn {
  /// How many of a number of values to leave out: one in twenty, at least one.
  ///
  /// Nothing is left out of three values or fewer.
  static func count(of values: Int) -> Int {
    values > 3 ? max(1, values / 20) : 0
  }
}
