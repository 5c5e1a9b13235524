import RunRecords

/// The log history of a Hugging Face Trainer: entries of training, of evaluation, and one of the whole run.
struct TrainerHistory {
  private var records = RecordCurves()
  /// Entries whose loss is exactly 0: of a run that diverged until an evaluation or another loss says otherwise.
  private var zeros: [JSONValue] = []
  private var diverged = 0
  /// The losses of evaluations, which have the name of their set where there are several.
  private var evaluationLosses: Set<String> = []
  private(set) var count = 0
  private static let evaluation = "eval_"
  private static let mostZeros = 65_536
  private static let mostSets = 256

  mutating func add(_ entry: JSONValue) {
    guard entry.members != nil else { return }
    count += 1
    // The last entry sums the whole run up: its train_loss is no point of a curve.
    guard entry["train_runtime"] == nil else { return }
    if let loss = entry["loss"]?.number {
      if loss == 0, zeros.count < Self.mostZeros {
        zeros.append(entry)
        if entry["grad_norm"]?.number?.isNaN == true { settleZeros(asDiverged: true) }
        return
      }
      settleZeros(asDiverged: false)
    } else if let evaluation = entry.members?.first(where: {
      $0.key.hasPrefix(Self.evaluation) && $0.key.hasSuffix("loss")
    }) {
      settleZeros(asDiverged: evaluation.value.number?.isNaN ?? false)
      if evaluationLosses.count < Self.mostSets {
        evaluationLosses.insert(entry["eval_loss"] == nil ? evaluation.key : "eval_loss")
      }
    }
    records.add(entry)
  }

  func run(_ input: LogInput, options: ReadingOptions, notes: [RunNote]) throws(LogError) -> RunRecord {
    var history = self
    history.settleZeros(asDiverged: diverged > 0)
    var notes = notes
    if history.diverged > 0 {
      notes.append(
        RunNote(
          .interpretation,
          "loss: \(history.diverged) values of 0 are read as not a number, as the gradient norm or the "
            + "validation loss is none either: the Trainer leaves such losses out of its mean."))
    }
    notes.append(RunNote(.interpretation, "loss: each value is the mean since the one before it."))
    var (axis, curves, ownNotes) = history.records.settle()
    // Of several sets none is the whole: the first is judged.
    if !evaluationLosses.contains("eval_loss") {
      // One whose part is trained on too is compared with that.
      let names = Set(history.records.allNames)
      curves.take(metric: .loss) { heading in
        evaluationLosses.contains(heading.name)
          && !names.contains(String(heading.name.dropFirst(Self.evaluation.count)))
      }
    }
    return try JSONRun.assemble(
      curves, axis: axis, names: history.records.allNames, input, options: options,
      format: TrainerState.card.id, notes: notes + ownNotes)
  }

  private mutating func settleZeros(asDiverged isDiverged: Bool) {
    for entry in zeros {
      guard isDiverged, var members = entry.members else {
        records.add(entry)
        continue
      }
      diverged += 1
      for index in members.indices where members[index].key == "loss" { members[index].value = .number(.nan) }
      records.add(.object(members))
    }
    zeros = []
  }
}
