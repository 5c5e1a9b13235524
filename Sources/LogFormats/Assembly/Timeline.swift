import RunRecords

/// What becomes of the stretches of a log whose positions fall back: after a resume, a restarted
/// counter, or a second run in one file.
struct Timeline: Sendable {
  private enum Fate {
    /// Later values take the place of earlier ones at the same position.
    case overwrites
    /// The counter began again while training went on.
    case continues(offset: Double)
    /// A new run: what was logged before is left out.
    case replaces
  }

  private var fates: [Int32: Fate] = [:]
  private(set) var notes: [RunNote] = []
  let isOrdered: Bool
  /// The stretches of each run where several models were trained in turn; empty where there is one.
  private(set) var runs: [ClosedRange<Int32>] = []

  /// Settles the fate of every stretch.
  ///
  /// - Parameter curves: All curves of the log, finished.
  init(curves: [Curve], axis: RunAxis) {
    let count = curves.flatMap { $0.points.map(\.segment) }.max() ?? 0
    let longest = curves.map(\.points.count).max() ?? 0
    // A log sorted by something else than time falls back all the time: it is only sorted.
    isOrdered = Int(count) * 2 < longest
    guard count > 0, isOrdered, !axis.isOverModels, let judge = Self.judge(curves) else { return }
    let stretches = Dictionary(grouping: judge.points, by: \.segment)
    var previous = stretches[0] ?? []
    let first = previous
    var end = previous.last?.position ?? 0
    var replaced: [Int] = []
    for segment in 1...count {
      let stretch = stretches[segment] ?? []
      guard let start = stretch.first, let origin = first.first, let before = previous.last else { continue }
      if start.position > origin.position {
        fates[segment] = .overwrites
      } else if Self.continues(start.last, after: before.last, startingAt: origin.last) {
        let offset = end + judge.spacing(of: first) - start.position
        fates[segment] = .continues(offset: offset)
        notes.append(
          RunNote(
            .restartedCounter,
            "The \(axis.rawValue) counter starts again at \(start.position.plain) while the values of "
              + "\(judge.heading.name) go on: \(offset.plain) is added from there."))
      } else {
        fates[segment] = .replaces
        replaced.append(previous.count)
      }
      end = (stretch.last?.position ?? end) + offset(of: segment)
      previous = stretch
    }
    if let start = first.first, !replaced.isEmpty { notes.append(replacedNote(replaced, judge, start)) }
    runs = findRuns(stretches.mapValues { $0.map { judge.value(of: $0) } }, count: count)
  }

  /// The runs that follow each other, by the losses of all stretches.
  private func findRuns(_ losses: [Int32: [Double]], count: Int32) -> [ClosedRange<Int32>] {
    var runs: [(first: Int32, losses: [Double])] = []
    for segment in 0...count {
      let own = losses[segment] ?? []
      guard let last = runs.indices.last else {
        runs.append((segment, own))
        continue
      }
      if !replaces(segment) {
        runs[last].losses += own
      } else if let start = own.first, SuccessiveRuns.isBeyondNoise(start, after: runs[last].losses),
        !SuccessiveRuns.retell(own, runs[last].losses)
      {
        runs.append((segment, own))
      }
    }
    guard SuccessiveRuns.areOfModels(lengths: runs.map(\.losses.count)) else { return [] }
    return zip(runs, runs.dropFirst().map(\.first) + [count + 1]).map { $0.first...($1 - 1) }
  }

  /// What is said of the new runs in one log, by the values before each.
  private func replacedNote(_ counts: [Int], _ judge: Curve, _ start: Curve.Point) -> RunNote {
    let count = counts.reduce(0, +)
    let times = counts.count == 1 ? "" : " \(counts.count) times"
    let values = count == 1 ? "value" : "values"
    return RunNote(
      .repeatedEpochs,
      "The log starts again\(times) with values like those of a new run: the \(count) \(values) of "
        + "\(judge.heading.name) before \(counts.count == 1 ? "it" : "the last start") are left out.")
  }

  /// Places a curve on the timeline.
  ///
  /// - Returns: Positions that rise strictly, with their values, and how many were written twice.
  func place(_ curve: Curve) -> (draft: DraftSeries, repeated: Int) {
    var points = curve.points
    if let start = points.lastIndex(where: { replaces($0.segment) }) {
      let segment = points[start].segment
      points.removeAll { $0.segment < segment }
    }
    for index in points.indices { points[index].position += offset(of: points[index].segment) }
    let isRising = zip(points, points.dropFirst()).allSatisfy { $0.position < $1.position }
    let ordered = isRising ? points : Self.sortedByPosition(points)
    var kept: [Curve.Point] = []
    kept.reserveCapacity(ordered.count)
    for point in ordered {
      if let last = kept.last, last.position == point.position {
        kept[kept.count - 1] = point
      } else {
        kept.append(point)
      }
    }
    let draft = DraftSeries(
      curve: curve, epochs: kept.map(\.position), values: kept.map { curve.value(of: $0) },
      summary: curve.isCondensed ? summary(of: curve, from: points.first?.segment ?? 0) : nil)
    return (draft, ordered.count - kept.count)
  }

  private func summary(of curve: Curve, from first: Int32) -> SeriesSummary? {
    let parts = curve.summaries.keys.sorted().filter { $0 >= first }
      .compactMap { segment in curve.summaries[segment]?.shifted(by: offset(of: segment)) }
    return parts.dropFirst().reduce(parts.first) { $0?.followed(by: $1) }
  }

  private func offset(of segment: Int32) -> Double {
    if case .continues(let offset) = fates[segment] { offset } else { 0 }
  }

  private func replaces(_ segment: Int32) -> Bool {
    if case .replaces = fates[segment] { true } else { false }
  }

  /// Sorts by position and leaves points at one position in the order of the log.
  private static func sortedByPosition(_ points: [Curve.Point]) -> [Curve.Point] {
    points.enumerated().sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }.map(
      \.element)
  }

  /// The loss that is in the most stretches; training before validation.
  private static func judge(_ curves: [Curve]) -> Curve? {
    let losses = curves.filter { $0.heading.metric.kind == .loss && !$0.isEmpty }
    func stretches(_ curve: Curve) -> Int { Set(curve.points.map(\.segment)).count }
    return losses.enumerated().max { one, other in
      (stretches(one.element), preference(one.element), -one.offset)
        < (stretches(other.element), preference(other.element), -other.offset)
    }?.element
  }

  private static func preference(_ curve: Curve) -> Int {
    (curve.heading.split == .validation ? 0 : 2) + (curve.heading.interval == .step ? 0 : 1)
  }

  /// Whether a first loss is closer to the last loss before it than to the first loss of the run.
  private static func continues(_ value: Double, after last: Double, startingAt first: Double) -> Bool {
    guard value.isFinite, last.isFinite, first.isFinite else { return false }
    return abs(value - last) < abs(value - first)
  }
}

extension Curve {
  /// How far apart the first points of a stretch were logged.
  fileprivate func spacing(of stretch: [Point]) -> Double {
    guard stretch.count > 1 else { return 1 }
    // Of groups, the first one stands at its first value and the second one at its last.
    let steps = isCondensed ? Double(stretch[0].count) + Double(stretch[1].count) - 1 : 1
    return (stretch[1].position - stretch[0].position) / steps
  }
}

extension Double {
  /// A position as people write it: without a fraction where it has none.
  var plain: String {
    if self == rounded(), abs(self) < 1e15 { return String(Int64(self)) }
    return String(self)
  }
}
