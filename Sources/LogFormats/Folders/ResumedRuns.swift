import RunRecords
import Texts

/// One of several folders that a tool made for the starts of a run, or for several runs.
struct StartedRun: Sendable {
  /// The start's name in the folder.
  let name: String
  let log: FolderLog
  /// What the start was set to; starts of different settings are different runs.
  var settings: YAMLFields?
}

/// Joins the starts of a run that was resumed.
///
/// A start goes on with an earlier one if its first value stands behind the beginning, and the earlier one reaches to
/// it. Of several such it is the latest. All other starts are runs of their own.
enum ResumedRuns {
  /// The runs of the starts in a folder, which come in the order of time.
  ///
  /// - Parameter name: What a run of several starts is called; by the folder if it is left out.
  static func joined(
    _ starts: [StartedRun], in folder: LogFolder, _ card: FormatCard, name: String? = nil
  ) -> [RunLocation] {
    var chains: [Chain] = []
    for start in starts {
      let opening = Opening(of: start)
      if let chain = chains.indices.reversed().first(where: { chains[$0].reaches(start, opening, card) }) {
        chains[chain].append(start)
      } else {
        chains.append(Chain(start, opening))
      }
    }
    return chains.map { location(of: $0.starts, in: folder, card, name: name ?? folder.name) }
  }

  private static func location(
    of starts: [StartedRun], in folder: LogFolder, _ card: FormatCard, name title: String
  ) -> RunLocation {
    let locations = starts.map { $0.log.location(card) }
    let names = starts.map(\.name)
    guard let last = names.last, names.count > 1 else {
      var location = locations[0]
      location.name = folder.path(of: names[0])
      return location
    }
    let name = folder.path(of: "\(names[0])-\(last)")
    return RunLocation(name: name, source: folder.path, format: card.id) { (options) throws(LogError) in
      var run = try locations[0].read(options: options)
      for (index, location) in locations.enumerated().dropFirst() {
        run = run.resumed(by: try location.read(options: options), as: names[index], after: names[index - 1])
      }
      run.name = title
      run.source = folder.path
      return run
    }
  }
}

/// The starts of one run, in order.
private struct Chain {
  private(set) var starts: [StartedRun]
  private let origin: Opening?
  /// The last position of the last start, once it was asked for.
  private var end: Double??

  init(_ start: StartedRun, _ opening: Opening?) {
    starts = [start]
    origin = opening
  }

  mutating func append(_ start: StartedRun) {
    starts.append(start)
    end = nil
  }

  /// Whether another start may go on where these end.
  mutating func reaches(_ start: StartedRun, _ opening: Opening?, _ card: FormatCard) -> Bool {
    guard let opening, let origin, opening.isLate(after: origin), let last = starts.last else { return false }
    if let one = start.settings, let other = last.settings, one != other { return false }
    // Only now a whole log is read, and once.
    let end = self.end ?? (try? last.log.location(card).read())?.epochs.last
    self.end = end
    return end.map { opening.first <= $0 + 1.5 * opening.spacing } ?? false
  }
}

/// The first positions of a log, by its first bytes.
private struct Opening {
  let axis: RunAxis
  let first: Double
  let spacing: Double

  init?(of start: StartedRun) {
    guard let head = try? LogInput(path: start.log.path).head,
      let input = try? LogInput(bytes: head.bytes, name: head.name),
      let run = try? start.log.format.read(input, options: ReadingOptions()), let first = run.epochs.first
    else { return nil }
    axis = run.axis
    self.first = first
    spacing = run.epochs.dropFirst().first.map { $0 - first } ?? 1
  }

  /// Whether the log begins where another one was already under way.
  func isLate(after origin: Opening) -> Bool {
    // Of steps that are epochs, only a log from its beginning tells.
    guard axis == origin.axis || origin.axis == .epoch && axis == .step else { return false }
    // Steps may be logged in other intervals: a run from the beginning has its first value after one of them.
    return axis == .epoch ? first >= origin.first + 1 : first > origin.first && first > 1.5 * spacing
  }
}

extension RunRecord {
  /// The run with what a later start of it wrote, which stands where both have values.
  fileprivate func resumed(by later: RunRecord, as name: String, after earlier: String) -> RunRecord {
    guard let start = later.epochs.first, let end = epochs.last else { return self }
    var run = self
    run.series = series.map { series in
      let next = later.series.first { $0.name == series.name && $0.split == series.split }
      return series.followed(by: next, from: start)
    }
    run.series += later.series.filter { one in
      !series.contains { $0.name == one.name && $0.split == one.split }
    }
    run.facts = facts.completed(by: later.facts)
    run.notes += later.notes.filter { !notes.contains($0) }
    let overlap = end >= start ? "; the values of \(earlier) from there on are left out" : ""
    run.notes.append(
      RunNote(
        .interpretation,
        "\(name) goes on at \(axis.rawValue) \(start.plain), to which \(earlier) reaches: they are read as one "
          + "run\(overlap)."))
    return run
  }
}

extension MetricSeries {
  /// The series up to a position, and what was logged from there on.
  fileprivate func followed(by later: MetricSeries?, from start: Double) -> MetricSeries {
    let count = epochs.prefix { $0 < start }.count
    let isWhole = count == self.count
    return MetricSeries(
      name: name, metric: metric, split: split, epochs: epochs.prefix(count) + (later?.epochs ?? []),
      values: values.prefix(count) + (later?.values ?? []),
      summary: isWhole ? later.map { summary.followed(by: $0.summary) } ?? summary : nil)
  }
}
