import RunRecords
import Texts

/// Gathers the scalars of one run from its event files, which may lie in several folders.
struct EventCollector {
  private var curves = NamedCurves()
  private var marks = EpochMarks()
  private var notes: [RunNote] = []
  private var unreadableCount = 0
  /// Of the part that is being read: what its folder says, its tags' names, and what its writer said.
  private var prefix: String?
  private var names: [String: String] = [:]
  private var events = ScalarEvents()
  /// Whether a tag of Keras counts epochs.
  private var countsEpochs = false
  private var isCatBoost = false
  private var isHuggingFace = false

  /// Begins with the files of another folder.
  ///
  /// - Parameter prefix: The part of the data of its curves, for tags that say none.
  mutating func begin(prefix: String?) {
    self.prefix = prefix
    names = [:]
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
        curves.removePoints(from: step, of: names.values)
        marks.removeAll(from: step)
      case .unreadable: unreadableCount += 1
      case .other: continue
      }
    }
    notes += reader.notes + input.notes
  }

  private mutating func add(_ value: Double, tag: String, at step: Double) {
    let name: String
    if let known = names[tag] {
      name = known
    } else {
      name = fullName(tag)
      // Tags beyond any sensible number are not remembered; their curves are left out anyhow.
      if names.count < 65_536 { names[tag] = name }
      if tag.hasPrefix("epoch_") { countsEpochs = true }
      if tag == "train/epoch" { isHuggingFace = true }
    }
    if isEpochTag(tag) {
      marks.add(step: step, epoch: value)
    } else {
      curves.add(value, to: name, at: step)
    }
  }

  /// Lightning and MMEngine log the epoch itself, Hugging Face as `train/epoch`.
  private func isEpochTag(_ tag: String) -> Bool {
    tag == "epoch" || tag == "train/epoch" || tag == "trainer/epoch"
  }

  private func fullName(_ tag: String) -> String {
    guard let prefix, Heading(tag).split == nil else { return tag }
    return "\(prefix)/\(tag)"
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
    var gathered = chosenCurves()
    var axis: RunAxis = countsEpochs ? .epoch : isCatBoost ? .iteration : .step
    if axis == .step, let decisions = marks.moveToEpochs(&gathered) {
      axis = .epoch
      notes += decisions
    }
    if isHuggingFace, gathered.contains(where: { $0.heading.name == "train/loss" }) {
      notes.append(RunNote(.interpretation, "train/loss: each value is the mean since the one before."))
    }
    if axis == .step { notes += EpochCounts.move(&gathered) }
    let assembler = RunAssembler(
      name: name, source: source, format: format, axis: axis, columns: curves.names,
      options: options)
    guard !gathered.isEmpty else { throw assembler.noLoss }
    return try assembler.assemble(gathered, notes: notes)
  }

  /// The curves without those of another axis or another meaning.
  private func chosenCurves() -> [Curve] {
    let hasLoss = curves.curves.contains { $0.heading.name == "train/loss" }
    return curves.curves.filter { curve in
      let name = curve.heading.name
      // Keras logs both over epochs and over batches.
      if countsEpochs, name.hasSuffix("_vs_iterations") || curve.heading.interval == .step { return false }
      // Hugging Face's mean over the whole run, and a placeholder of Lightning's.
      return !(hasLoss && name == "train/train_loss") && name != "hp_metric"
    }
  }
}
