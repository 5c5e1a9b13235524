import RunRecords
import Texts

/// The curves of a log that names each of its values, by a key, a tag or a printed word.
struct NamedCurves {
  private(set) var curves: [Curve] = []
  /// The curve of each name; `nil` for a name that stands for no curve.
  private var places: [String: Int?] = [:]
  private var segments: [SegmentCounter] = []
  private var unknownCount = 0
  private var leftOut = 0
  /// Every name that came, for messages.
  private(set) var names: [String] = []

  /// The most curves, and how many of them may have no known word.
  static let most = 4_096
  static let mostUnknown = 256
  /// The most names that are remembered, and the longest.
  private static let mostNames = 65_536
  private static let longestName = 4_096

  var isEmpty: Bool { curves.isEmpty }

  /// Takes a value.
  ///
  /// - Parameter heading: What the name means, where the format knows better than the vocabulary; asked once.
  mutating func add(
    _ value: Double, to name: String, at position: Double, isPercent: Bool = false,
    heading: (String) -> Heading = { Heading($0) }
  ) {
    guard let place = place(of: name, heading), abs(position) <= CellValue.farthestPosition else { return }
    let segment = segments[place].advance(to: position)
    curves[place].add(value, at: position, segment: segment, isPercent: isPercent)
  }

  /// Whether values of a name are kept: a reader need not fetch those of any other.
  mutating func takes(_ name: String) -> Bool { place(of: name) { Heading($0) } != nil }

  /// Whether any curve may be judged.
  var hasJudgedCurve: Bool {
    curves.contains { $0.heading.metric.isJudged } || BareSplits.areBoth(curves.map(\.heading))
  }

  /// Moves every point of a curve, as from steps to epochs; what has no new position is left out.
  mutating func move(where belongs: (Heading) -> Bool, _ newPosition: (Double) -> Double?) {
    for index in curves.indices where belongs(curves[index].heading) { curves[index].move(newPosition) }
  }

  /// Takes back what was logged under some names from a position on.
  mutating func removePoints(from position: Double, of names: some Sequence<String>) {
    for name in names {
      if case .some(.some(let place)) = places[name] { curves[place].removePoints(from: position) }
    }
  }

  /// Says that curves hold the values of single steps, which is known only once the log was read.
  mutating func markAsSteps(where belongs: (Heading) -> Bool) {
    for index in curves.indices where belongs(curves[index].heading) { curves[index].markAsSteps() }
  }

  /// Says what curves measure, where a log does not name it or names something else beside it.
  mutating func take(metric: Metric, where belongs: (Heading) -> Bool = { _ in true }) {
    for index in curves.indices where belongs(curves[index].heading) {
      let heading = curves[index].heading
      curves[index].take(Heading(name: heading.name, metric: metric, split: heading.split))
    }
  }

  /// Notes on what was left out.
  var notes: [RunNote] {
    guard leftOut > 0 else { return [] }
    return [
      RunNote(
        .interpretation,
        "\(leftOut) names were left out: at most \(Self.most) curves are kept, \(Self.mostUnknown) of them of an "
          + "unknown name.")
    ]
  }

  private mutating func place(of name: String, _ heading: (String) -> Heading) -> Int? {
    if let known = places[name] { return known }
    guard places.count < Self.mostNames, name.utf8.count <= Self.longestName else { return nil }
    let place = begin(name, heading)
    places[name] = .some(place)
    return place
  }

  private mutating func begin(_ name: String, _ heading: (String) -> Heading) -> Int? {
    let heading = heading(PrintableText.clean(name))
    if names.count < Self.most { names.append(heading.name) }
    guard !heading.isIgnored, !heading.name.isEmpty else { return nil }
    let isUnknown = heading.metric.kind == .other
    guard curves.count < Self.most, !isUnknown || unknownCount < Self.mostUnknown else {
      leftOut += 1
      return nil
    }
    if isUnknown { unknownCount += 1 }
    curves.append(
      Curve(heading: heading, column: nil, limit: Curve.limit(sharedBy: max(64, 4 * curves.count))))
    segments.append(SegmentCounter())
    return curves.count - 1
  }
}
