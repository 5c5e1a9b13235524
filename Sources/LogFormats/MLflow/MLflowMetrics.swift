import RunRecords
import Texts

/// The metrics of a run of MLflow, as any of its stores gives them: a key, a value and a step.
struct MLflowMetrics {
  private var curves = NamedCurves()
  private var epochs = EpochScale()
  private var counts = false
  private var key = ""
  private var position = 0.0
  private var previous = -1.0
  /// Whether the steps of every metric to be judged go up by ones, as epochs do.
  private var goesByOnes = true
  private(set) var keys: [String] = []
  private var counted: [String] = []

  /// Whether a metric measures the machine and not the model.
  static func isOfMachine(_ key: String) -> Bool { key.hasPrefix("system/") }

  /// A value of the SQL store, which writes the largest number where a value was infinite.
  static func infinite(_ value: Double) -> Double {
    value.magnitude == .greatestFiniteMagnitude ? value * 2 : value
  }

  /// Goes on to the values of a metric.
  ///
  /// - Parameter hasNoSteps: Whether all its steps are 0 because the user gave none: its values are counted then.
  mutating func begin(_ key: String, hasNoSteps: Bool) {
    self.key = key
    counts = hasNoSteps
    position = 0
    previous = -1
    if keys.count < NamedCurves.most { keys.append(key) }
    if hasNoSteps { counted.append(key) }
  }

  /// Takes the next value of the metric.
  mutating func add(_ value: Double, step: Double) {
    position = counts ? position + 1 : step
    if key == "epoch" {
      if !counts { epochs.add(step: position, epoch: value) }
      return
    }
    if goesByOnes, position > previous + 1, previous >= 0 || position > 1, Heading(key).metric.isJudged {
      goesByOnes = false
    }
    previous = position
    curves.add(value, to: key, at: position)
  }

  /// The run.
  ///
  /// - Throws: ``LogError`` `noLoss`, `empty` or `unknownColumn`.
  func run(
    name: String, source: String, format: String, options: ReadingOptions
  ) throws(LogError) -> RunRecord {
    var curves = curves
    var notes: [RunNote] = []
    var axis = goesByOnes ? RunAxis.epoch : .step
    if !goesByOnes, !epochs.isEmpty {
      axis = .epoch
      curves.move(where: { _ in true }) { epochs.epoch(at: $0) }
      notes.append(RunNote(.interpretation, "Steps are turned into epochs by the metric \"epoch\"."))
    } else if goesByOnes {
      notes.append(RunNote(.interpretation, "The steps of MLflow go up by ones: they are read as epochs."))
    }
    if !counted.isEmpty {
      notes = notes.filter { _ in counted.count < keys.count }
      notes.append(
        RunNote(
          .interpretation,
          "\(NameList.brief(counted.map { PrintableText.clean($0) })): logged without steps, so that the values "
            + "are counted."))
    }
    let assembler = RunAssembler(
      name: name, source: source, format: format, axis: axis, columns: curves.names, options: options)
    guard !keys.isEmpty else {
      throw LogError(
        .empty, source: source, "the run has no metrics",
        advice: "Log them in each epoch: mlflow.log_metric(\"val_loss\", value, step=epoch).")
    }
    guard !curves.isEmpty else { throw assembler.noLoss }
    return try assembler.assemble(curves.curves, notes: notes + curves.notes)
  }
}
