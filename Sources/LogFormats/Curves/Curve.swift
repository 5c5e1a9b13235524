import RunRecords

/// One column on its way to a series: a value for each position, gathered row by row.
///
/// Rows that follow each other at one position (such as the batches of an epoch) make one point.
/// Memory is bounded: beyond ``limit`` points neighbours are averaged in groups. Each stands where its last value was
/// logged, the first of a segment where the segment begins.
struct Curve: Sendable {
  struct Point: Sendable {
    var position: Double
    /// The mean of the values of all rows.
    var mean: Double
    /// The value of the last row.
    var last: Double
    /// The number of rows; once condensed, the number of points in the group.
    var count: Int32
    /// How often the positions had fallen back when the point was logged.
    var segment: Int32
  }

  private(set) var heading: Heading
  /// The column's number in the log, counted from 1; `nil` where a log has no columns.
  let column: Int?
  private(set) var points: [Point] = []
  /// The largest finite magnitude, for telling percentages from fractions.
  private(set) var largest = 0.0
  /// Whether a value was written with a percent sign.
  private(set) var hasPercentSign = false
  /// The most points that are kept.
  private let limit: Int
  /// How many points one group holds; 1 as long as nothing was condensed.
  private(set) var groupSize = 1
  /// Summaries of each segment over all points, kept from the first condensing on.
  private(set) var summaries: [Int32: SeriesSummary] = [:]
  /// The summary of the latest segment, which is not among ``summaries`` yet.
  private var summary: (segment: Int32, values: SeriesSummary)?
  private var open: Point?
  private var group: Point?
  private var repeatedPoints = 0
  private var closedPoints = 0
  private var isMean = false

  init(heading: Heading, column: Int?, limit: Int = Curve.usualLimit) {
    self.heading = heading
    self.column = column
    self.limit = limit
  }

  /// The most points of a curve when a log has few columns.
  static let usualLimit = 65_536

  /// The most points of each of several curves, so that all curves of a log together stay below 64 MiB.
  static func limit(sharedBy count: Int) -> Int {
    max(32, min(usualLimit, 2_097_152 / max(count, 1)))
  }

  var isEmpty: Bool { points.isEmpty && open == nil && group == nil }
  var isCondensed: Bool { groupSize > 1 }

  /// Takes the value of one row.
  mutating func add(_ value: Double, at position: Double, segment: Int32, isPercent: Bool = false) {
    if isPercent { hasPercentSign = true }
    if value.isFinite, abs(value) > largest { largest = abs(value) }
    if var point = open, point.position == position, point.segment == segment {
      if point.count < .max { point.count += 1 }
      point.mean = Self.average(point.mean, value, share: 1 / Double(point.count))
      point.last = value
      open = point
      return
    }
    close()
    open = Point(position: position, mean: value, last: value, count: 1, segment: segment)
  }

  /// Takes the values of rows that follow each other; NaN stands for a row without a value.
  mutating func add(_ values: ArraySlice<Double>, at positions: [Double], segments: [Int32]) {
    var row = 0
    for value in values {
      if !value.isNaN { add(value, at: positions[row], segment: segments[row]) }
      row += 1
    }
  }

  /// Whether most points hold the values of several rows, which are then averaged.
  var averagesRows: Bool {
    if isCondensed { return isMean }
    return mayAverage && repeatedPoints * 2 > closedPoints
  }

  /// Whether most points hold the values of several rows, of which the last one stands.
  var keepsLastOfRows: Bool { !averagesRows && repeatedPoints * 2 > closedPoints }

  /// Validation is measured on the whole set: its last value in an epoch stands for the epoch.
  private var mayAverage: Bool {
    heading.metric.isJudged && heading.split != .validation && heading.split != .test
      && !heading.isBareValidation
  }

  /// Ends the last point; nothing can be added afterwards.
  mutating func finish() {
    close()
    open = nil
    if let group { points.append(group) }
    group = nil
    if let summary { summaries[summary.segment] = summary.values }
    summary = nil
  }

  /// The curve with its last point ended.
  var finished: Curve {
    var curve = self
    curve.finish()
    return curve
  }

  /// Takes points that have ended out of a curve that was not condensed, by their values.
  mutating func removePoints(where isNone: (Double) -> Bool) {
    points = points.filter { !isNone(value(of: $0)) }
  }

  /// Takes back every point from a position on, as when a resumed run will log it again.
  mutating func removePoints(from position: Double) {
    if let point = open, point.position >= position { open = nil }
    if let point = group, point.position >= position { group = nil }
    points.removeAll { $0.position >= position }
    guard isCondensed else { return }
    // Single values cannot be taken out of a summary: it is made anew of the groups that remain.
    summaries = [:]
    summary = nil
    for point in points + [group].compactMap({ $0 }) {
      if summary?.segment != point.segment { beginSummary(of: point.segment) }
      summary?.values.include(point.mean, at: point.position)
    }
  }

  /// Takes back what was added last at a position, as what comes next stands for all of it.
  mutating func removeOpenPoint(at position: Double) {
    if open?.position == position { open = nil }
  }

  /// Settles the part of the data for a name that says none.
  mutating func settle(_ split: Split) {
    heading = Heading(name: heading.name, metric: heading.metric, split: split)
  }

  /// Says that the values are those of single steps.
  mutating func markAsSteps() { heading = heading.ofSteps }

  /// Takes another heading, known only once the log was read.
  mutating func take(_ heading: Heading) { self.heading = heading }

  /// Gives every point a new position; a point without one is left out.
  mutating func move(_ newPosition: (Double) -> Double?) {
    finish()
    points = points.compactMap { point in
      newPosition(point.position).map { position in
        var moved = point
        moved.position = position
        return moved
      }
    }
    summaries = summaries.mapValues { summary in
      guard let best = summary.bestEpoch, let moved = newPosition(best) else { return summary }
      return summary.shifted(by: moved - best)
    }
  }

  /// The value that stands for a point.
  func value(of point: Point) -> Double { averagesRows ? point.mean : point.last }

  private mutating func close() {
    guard let point = open else { return }
    open = nil
    closedPoints += 1
    if point.count > 1 { repeatedPoints += 1 }
    if isCondensed {
      appendToGroup(point)
    } else {
      points.append(point)
      if points.count >= limit { beginCondensing() }
    }
  }

  private mutating func beginCondensing() {
    isMean = mayAverage && repeatedPoints * 2 > closedPoints
    points = points.map { settled($0) }
    halve()
  }

  /// Fixes a point's value and counts it in the summary.
  private mutating func settled(_ closed: Point) -> Point {
    var point = closed
    let value = isMean ? point.mean : point.last
    point.mean = value
    point.last = value
    point.count = 1
    if summary?.segment != point.segment { beginSummary(of: point.segment) }
    summary?.values.include(value, at: point.position)
    return point
  }

  /// Puts the summary of the segment before among the others and takes up another.
  private mutating func beginSummary(of segment: Int32) {
    if let summary { summaries[summary.segment] = summary.values }
    summary = (segment, summaries[segment] ?? SeriesSummary(direction: heading.metric.direction))
  }

  private mutating func appendToGroup(_ closed: Point) {
    let point = settled(closed)
    guard let current = group else {
      group = point
      return
    }
    if current.segment == point.segment, Int(current.count) < groupSize {
      let isFirst = points.last?.segment != current.segment
      group = Self.merged(current, point, at: isFirst ? current.position : point.position)
    } else {
      points.append(current)
      group = point
      if points.count >= limit { halve() }
    }
  }

  /// Averages neighbours, so that half as many points remain.
  private mutating func halve() {
    groupSize *= 2
    let grouped = mergeNeighbours { $0.segment == $1.segment }
    // Where positions fall back every few rows there are no neighbours: memory comes first then.
    points = grouped.count * 4 <= limit * 3 ? grouped : mergeNeighbours { _, _ in true }
  }

  private func mergeNeighbours(where belongTogether: (Point, Point) -> Bool) -> [Point] {
    var kept: [Point] = []
    kept.reserveCapacity(limit)
    for point in points {
      if let last = kept.last, belongTogether(last, point), Int(last.count + point.count) <= groupSize {
        let isFirst = kept.count == 1 || kept[kept.count - 2].segment != last.segment
        kept[kept.count - 1] = Self.merged(last, point, at: isFirst ? last.position : point.position)
      } else {
        kept.append(point)
      }
    }
    return kept
  }

  /// The mean of two groups, at a position that was logged: between two of them there is none.
  private static func merged(_ one: Point, _ other: Point, at position: Double) -> Point {
    let count = one.count + other.count
    let value = average(one.mean, other.mean, share: Double(other.count) / Double(count))
    return Point(position: position, mean: value, last: value, count: count, segment: other.segment)
  }

  /// `one` moved towards `other` by a share; what is not finite stays what it is.
  private static func average(_ one: Double, _ other: Double, share: Double) -> Double {
    guard one.isFinite else { return one }
    guard other.isFinite else { return other }
    let difference = other - one
    return difference.isFinite ? one + difference * share : one * (1 - share) + other * share
  }
}
