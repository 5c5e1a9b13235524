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

  /// Whether a loss differs from the last of a course by more than its noise, so that it does not go on from there.
  ///
  /// The noise is taken from the second differences of the later half, of which a trend is no part: their median is 1.65
  /// times the standard deviation of white noise. A course that is too short for that has none.
  static func isBeyondNoise(_ loss: Double, after course: [Double]) -> Bool {
    guard let last = course.last, loss.isFinite, last.isFinite else { return true }
    let late = Array(course[(course.count / 2)...])
    let differences = late.indices.dropFirst(2).map { abs(late[$0] - 2 * late[$0 - 1] + late[$0 - 2]) }
      .filter(\.isFinite).sorted()
    guard differences.count >= fewestDifferences else { return true }
    return abs(loss - last) > 5 * differences[differences.count / 2] / 1.65
  }

  private static let fewestDifferences = 6

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
