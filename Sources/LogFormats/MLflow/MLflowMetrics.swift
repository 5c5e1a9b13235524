import RunRecords
import Texts

/// The metrics of a run of MLflow, as any of its stores gives them: a key, a value and a step.
struct MLflowMetrics {
  private var curves = NamedCurves()
  private var epochs = EpochScale()
  private var counts = false
  private var key = ""
  private var position = 0.0
  private var isEmpty = true
  /// The metrics that were logged without steps.
  private var counted: [String] = []
  private var hasSteps = false

  /// Whether the values of a metric are wanted; those of the machine are not the model's.
  mutating func takes(_ key: String) -> Bool {
    if key.hasPrefix("system/") { return false }
    isEmpty = false
    return key == Self.epochKey || curves.takes(key)
  }

  private static let epochKey = "epoch"

  /// A value of the SQL store, which writes the largest number where a value was infinite.
  static func infinite(_ value: Double) -> Double {
    value.magnitude == .greatestFiniteMagnitude ? value * 2 : value
  }

  /// Goes on to the values of a metric that is wanted.
  ///
  /// - Parameter hasNoSteps: Whether all its steps are 0 because the user gave none: its values are counted then.
  mutating func begin(_ key: String, hasNoSteps: Bool) {
    self.key = key
    counts = hasNoSteps
    position = 0
    if hasNoSteps { counted.append(key) } else { hasSteps = true }
  }

  /// Takes the next value of the metric.
  mutating func add(_ value: Double, step: Double) {
    position = counts ? position + 1 : step
    if key != Self.epochKey {
      curves.add(value, to: key, at: position)
    } else if !counts {
      epochs.add(step: position, epoch: value)
    }
  }

  /// The run.
  ///
  /// - Throws: ``LogError`` `noLoss`, `empty` or `unknownColumn`.
  func run(
    name: String, source: String, format: String, isDeleted: Bool = false, options: ReadingOptions
  ) throws(LogError) -> RunRecord {
    guard !isEmpty else {
      throw LogError(
        .empty, source: source, "the run has no metrics",
        advice: "Log them in each epoch: mlflow.log_metric(\"val_loss\", value, step=epoch).")
    }
    var gathered = curves.curves
    for index in gathered.indices { gathered[index].finish() }
    var notes: [RunNote] = []
    var axis = RunAxis.epoch
    if let note = EpochCounts.note(on: gathered) {
      if hasSteps { notes.append(note) }
    } else if !epochs.isEmpty {
      for index in gathered.indices { gathered[index].move { epochs.epoch(at: $0) } }
      notes.append(RunNote(.interpretation, "Steps are turned into epochs by the metric \"epoch\"."))
    } else {
      let decisions = EpochCounts.move(&gathered)
      notes += decisions
      if decisions.isEmpty { axis = .step }
    }
    if !counted.isEmpty {
      notes.append(
        RunNote(
          .interpretation,
          "\(NameList.brief(counted.map { PrintableText.clean($0) })): logged without steps, so that the values "
            + "are counted."))
    }
    if isDeleted { notes.append(RunNote(.interpretation, "The run was deleted in MLflow.")) }
    let assembler = RunAssembler(
      name: name, source: source, format: format, axis: axis, columns: curves.names, options: options)
    guard !gathered.isEmpty else { throw assembler.noLoss }
    return try assembler.assemble(gathered, notes: notes + curves.notes)
  }
}
