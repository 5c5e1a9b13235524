import RunRecords
import Texts

/// Gathers the scalars of one run from its event files, which may lie in several folders.
struct EventCollector {
  private var curves = NamedCurves()
  private var marks = EpochMarks()
  private var notes: [RunNote] = []
  private var unreadableCount = 0
  /// Of the part that is being read: what its folder says, what its tags mean, and what its writer said.
  private var prefix: String?
  private var meanings: [String: Meaning] = [:]
  private var events = ScalarEvents()
  private var isCatBoost = false

  /// What the values of a tag are.
  private enum Meaning {
    case curve(String)
    case epoch
    /// A number such as the global step.
    case counter

    var curveName: String? {
      if case .curve(let name) = self { name } else { nil }
    }
  }

  /// Begins with the files of another folder.
  ///
  /// - Parameter prefix: The part of the data of its curves, for tags that say none.
  mutating func begin(prefix: String?) {
    self.prefix = prefix
    meanings = [:]
    events = ScalarEvents()
  }

  /// Reads an event file; those of one folder go on where the one before ended.
  mutating func read(_ input: LogInput) throws(LogError) {
    if input.name == "events.out.tfevents" { isCatBoost = true }
    var reader = TFRecordReader(input)
    while let record = try reader.next() {
      switch events.content(of: record) {
      case .scalars(let scalars, let step):
        for (tag, value) in scalars { add(value, tag: tag, at: step) }
      case .purge(let step):
        curves.removePoints(from: step, of: meanings.values.compactMap(\.curveName))
        marks.removeAll(from: step)
      case .unreadable: unreadableCount += 1
      case .other: continue
      }
    }
    notes += reader.notes + input.notes
  }

  /// Takes a value of the part that was begun last.
  mutating func add(_ value: Double, tag: String, at step: Double) {
    switch meaning(of: tag) {
    case .curve(let name): curves.add(value, to: name, at: step, heading: heading)
    case .epoch: marks.add(step: step, epoch: value)
    case .counter: return
    }
  }

  /// What a name means; of one that names both parts, as the group that it is of does, its folder says which.
  private func heading(_ name: String) -> Heading {
    let heading = Heading(name)
    guard let prefix, name.hasPrefix(prefix + "/"), let own = Heading(prefix).split else { return heading }
    return heading.measured(on: own)
  }

  private mutating func meaning(of tag: String) -> Meaning {
    if let known = meanings[tag] { return known }
    let saysPart = Heading(tag).split != nil && !Heading.namesSeveralParts(tag)
    let meaning: Meaning =
      if TrackerNames.isEpoch(tag) { .epoch } else if TrackerNames.isAxis(tag) { .counter } else {
        .curve(prefix.flatMap { saysPart ? nil : "\($0)/\(tag)" } ?? tag)
      }
    // Tags beyond any sensible number are not remembered; their curves are left out anyhow.
    if meanings.count < 65_536 { meanings[tag] = meaning }
    return meaning
  }

  /// Makes the run record.
  ///
  /// - Throws: ``LogError`` `empty` or `noLoss`.
  func assemble(
    name: String, source: String, format: String, options: ReadingOptions
  ) throws(LogError) -> RunRecord {
    var notes = notes + curves.notes
    if unreadableCount > 0 {
      notes.append(
        RunNote(
          .droppedRows,
          unreadableCount == 1
            ? "One record is no event and is left out."
            : "\(unreadableCount) records are no events and are left out."))
    }
    guard !curves.names.isEmpty else {
      throw LogError(
        .empty, source: source,
        (["the event file holds no scalars"] + notes.map(\.text)).joined(separator: "; "),
        advice: "Log the losses by add_scalar or tf.summary.scalar.")
    }
    var (gathered, decisions) = TrackerNames.chosen(curves.curves)
    notes += decisions
    let axis = settleAxis(&gathered, notes: &notes)
    let assembler = RunAssembler(
      name: name, source: source, format: format, axis: axis, columns: curves.names,
      options: options)
    guard !gathered.isEmpty else { throw assembler.noLoss }
    return try assembler.assemble(gathered, notes: notes)
  }

  /// Brings all curves to one axis: epochs where the log tells them.
  private func settleAxis(_ gathered: inout [Curve], notes: inout [RunNote]) -> RunAxis {
    for index in gathered.indices { gathered[index].finish() }
    notes += BareValidation.settle(&gathered)
    var marks = marks
    if let prefix = NamePrefix.shared(by: gathered.map(\.heading.name)),
      let index = gathered.firstIndex(where: { $0.heading.name == prefix + "epoch" })
    {
      for point in gathered.remove(at: index).points { marks.add(step: point.position, epoch: point.last) }
    }
    if let decisions = marks.moveToEpochs(&gathered) {
      notes += decisions
      return .epoch
    }
    if gathered.contains(where: Self.isOfKerasEpochs) {
      // Keras logs the same over batches, too.
      gathered.removeAll { $0.heading.name.hasSuffix("_vs_iterations") || $0.heading.interval == .step }
      return .epoch
    }
    if isCatBoost { return .iteration }
    let decisions = EpochCounts.note(on: gathered).map { [$0] } ?? EpochCounts.move(&gathered)
    notes += decisions
    return decisions.isEmpty ? .step : .epoch
  }

  /// Whether a curve is one such as `epoch_loss`, whose steps are the epochs themselves.
  private static func isOfKerasEpochs(_ curve: Curve) -> Bool {
    let tag = curve.heading.name.split(separator: "/").last { $0.hasPrefix("epoch_") }
    guard tag != nil, curve.heading.metric.isJudged else { return false }
    return curve.points.count < 2
      || zip(curve.points, curve.points.dropFirst()).contains { $1.position - $0.position == 1 }
  }
}
