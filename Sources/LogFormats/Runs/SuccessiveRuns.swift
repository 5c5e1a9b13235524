/// What tells models that were trained in turn from one training whose epochs are counted anew.
enum SuccessiveRuns {
  /// The most models that are trained in turn; what begins anew more often is told as one run.
  private static let most = 100
  /// How many runs may be shorter than can be judged: more of them are rounds of one training, such as a federated one.
  private static let mostShort = 5
  private static let fewEpochs = 6

  /// Whether runs that follow each other are those of several models.
  ///
  /// - Parameter lengths: How many values the longest curve of each has.
  static func areOfModels(lengths: [Int]) -> Bool {
    let short = lengths.count { $0 < fewEpochs }
    return (2...most).contains(lengths.count) && (short <= mostShort || 2 * short < lengths.count)
  }

  /// Whether losses are those that others begin or end with, but for the digits that were written: a run that is told
  /// again.
  static func retell(_ one: [Double], _ other: [Double]) -> Bool {
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    let ends = [long.prefix(short.count), long.suffix(short.count)]
    return !short.isEmpty && ends.contains { areEqual(short, $0) }
  }

  private static func areEqual(_ one: [Double], _ other: ArraySlice<Double>) -> Bool {
    zip(one, other).allSatisfy { abs($0 - $1) <= 5.5e-5 + 1e-4 * abs($0) || $0.isNaN && $1.isNaN }
  }
}
