import RunRecords

/// The curves of a table with a column of steps beside that of epochs, over the steps.
///
/// They are gathered as long as the log is in its first epoch, which may be all there is. Curves of the validation data
/// are gathered to the end where it was measured more than once within the first epoch, and placed between the epochs.
struct StepCurves {
  private var steps: [Curve]
  private var isGathered: [Bool]
  /// How many steps of the first epoch have a value, and the latest of them.
  private var counts: [(steps: Int, latest: Double)]
  /// The last step of each epoch.
  private var ends = EpochScale()
  private var firstEnd: Double?
  private var lastEnd = -Double.infinity
  private var lastLength = 0.0
  private var latest: Double?
  /// Whether steps fall back, as where they are counted within each epoch.
  private var fallsBack = false
  private var isSettled = false

  /// A run of one epoch is placed by its steps if a judged curve has at least so many.
  private static let fewestSteps = 3

  /// Makes an empty copy of each curve.
  init(_ curves: [Curve]) {
    steps = curves
    isGathered = Array(repeating: true, count: curves.count)
    counts = Array(repeating: (0, -.infinity), count: curves.count)
  }

  func gathers(_ curve: Int) -> Bool { isGathered[curve] }

  /// Takes the step of the next row; one that is not finite is none.
  mutating func move(to step: Double) {
    guard abs(step) <= CellValue.farthestPosition else { return }
    if let latest, step < latest { fallsBack = true }
    latest = step
  }

  /// Takes a value; a step that is not finite is none.
  mutating func add(_ value: Double, to curve: Int, atStep step: Double) {
    guard isGathered[curve], abs(step) <= CellValue.farthestPosition else { return }
    steps[curve].add(value, at: step, segment: 0)
    if !isSettled, step > counts[curve].latest, step <= firstEnd ?? .infinity {
      counts[curve] = (counts[curve].steps + 1, step)
    }
  }

  /// Ends an epoch at the latest step.
  mutating func endEpoch(_ epoch: Double) {
    guard let latest else { return }
    ends.add(step: latest, epoch: epoch)
    firstEnd = firstEnd ?? latest
    lastLength = latest - lastEnd
    lastEnd = latest
  }

  /// Whether anything is left to gather; asked behind each row once the first epoch has ended.
  mutating func goesOn() -> Bool {
    guard firstEnd != nil else { return true }
    if !isSettled {
      isSettled = true
      for index in steps.indices {
        let heading = steps[index].heading
        let isHeldOut = heading.split == .validation || heading.split == .test
        isGathered[index] = isHeldOut && heading.metric.isJudged && counts[index].steps > 1
      }
    }
    return !fallsBack && isGathered.contains(true)
  }

  /// The curves of a log of one epoch over its steps; `nil` if they are too short to say more than the epoch does.
  var ofOneEpoch: [Curve]? {
    guard firstEnd == nil else { return nil }
    let isLong = steps.contains { $0.heading.metric.isJudged && $0.points.count + 1 >= Self.fewestSteps }
    return isLong ? steps : nil
  }

  /// Puts the curves of which an epoch has several values between the epochs.
  ///
  /// - Parameters:
  ///   - curves: The curves over epochs.
  ///   - last: The last epoch.
  /// - Returns: The names of those that were placed.
  mutating func place(_ curves: inout [Curve], lastEpoch last: Double) -> [String] {
    guard firstEnd != nil, let latest, !fallsBack else { return [] }
    // A last epoch that is shorter than the one before was not run to its end.
    if latest - lastEnd >= lastLength || lastLength.isInfinite { endEpoch(last) }
    var names: [String] = []
    for index in curves.indices where isGathered[index] {
      curves[index].finish()
      steps[index].move { ends.epoch(at: $0) }
      let hasGap = curves[index].points.contains { $0.last.isNaN }
      guard !hasGap, steps[index].points.count > curves[index].points.count else { continue }
      curves[index] = steps[index]
      names.append(curves[index].heading.name)
    }
    return names
  }
}
