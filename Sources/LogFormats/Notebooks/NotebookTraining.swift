import RunRecords
import Texts

/// A cell of a notebook that shows the course of a run.
struct NotebookTraining: Sendable {
  let cell: String
  let log: [UInt8]
  let format: any LogFormat.Type
  /// What was read of it without any options.
  let run: RunRecord
  /// Other cells that show values of the same run.
  private(set) var others: [String] = []

  init(cell: String, log: [UInt8], format: any LogFormat.Type, run: RunRecord) {
    self.cell = cell
    self.log = log
    self.format = format
    self.run = run
  }

  /// What is to be said of where the run was found.
  var note: RunNote {
    let rest = NameList.brief(others)
    let verb = others.count == 1 ? "shows" : "show"
    return RunNote(
      .interpretation,
      "The output of \(cell) is read" + (others.isEmpty ? "." : "; \(rest) \(verb) values of the same run."))
  }

  /// The runs of a notebook, each once: a history is often printed while it grows and shown again behind it.
  static func distinct(_ all: [NotebookTraining]) -> [NotebookTraining] {
    var distinct: [NotebookTraining] = []
    for training in all {
      guard let index = distinct.firstIndex(where: { $0.run.hasLosses(of: training.run) }) else {
        distinct.append(training)
        continue
      }
      let known = distinct[index]
      // What a training printed says its epochs, which a list behind it does not.
      let isFuller = training.length > known.length
      distinct[index] = isFuller ? training : known
      distinct[index].others = known.others + [isFuller ? known.cell : training.cell]
    }
    return distinct
  }

  private var length: Int { run.series.map(\.count).max() ?? 0 }
}
