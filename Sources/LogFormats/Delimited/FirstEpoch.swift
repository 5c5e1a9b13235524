/// The curves of a log's first epoch over steps: all there is if no second epoch follows.
struct FirstEpoch {
  private var steps: [Curve]

  /// A run of one epoch is placed by its steps if a judged curve has at least so many.
  private static let fewestSteps = 3

  /// Makes an empty copy of each curve.
  init(_ curves: [Curve]) {
    steps = curves
  }

  /// Takes a value; a step that is not finite is none.
  mutating func add(_ value: Double, to curve: Int, atStep step: Double) {
    guard abs(step) <= CellValue.farthestPosition else { return }
    steps[curve].add(value, at: step, segment: 0)
  }

  /// The curves over steps; `nil` if they are too short to say more than the epoch does.
  var curves: [Curve]? {
    let isLong = steps.contains { $0.heading.metric.isJudged && $0.points.count + 1 >= Self.fewestSteps }
    return isLong ? steps : nil
  }
}
