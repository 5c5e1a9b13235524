import RunRecords
import Texts

/// Jupyter notebooks: what their cells printed while a model was trained in them.
public enum JupyterNotebook: LogFormat {
  /// What the output of a cell may be.
  private static let shelf = FormatShelf([
    ColumnJSON.self, JSONRecords.self, JSONLines.self, BoostingConsole.self, SpacyTable.self,
    UltralyticsConsole.self, PrintedTable.self, PrintedLog.self, PrintedLists.self, DelimitedText.self,
  ])
  /// The most runs of one notebook.
  private static let mostRuns = 1_000

  public static func recognizes(_ head: LogHead) -> Recognition {
    guard let members = head.json?.first.members else { return .no }
    let keys = Set(members.map(\.key))
    if keys.contains("nbformat") { return .certain }
    // The pictures of the first cell may be longer than the head.
    let first = members.first { $0.key == "cells" }?.value.elements?.first?.members ?? []
    return first.contains { ["cell_type", "attachments"].contains($0.key) } ? .certain : .no
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    let found = try trainings(in: input)
    guard let training = found.first, found.count == 1 else {
      throw LogError(
        .severalRuns, source: input.source,
        "there are \(found.count) runs in it, of which one was expected", found: names(found),
        advice: "Save it as a file, of which each run can be named.")
    }
    return try run(of: training, name: input.name, source: input.source, options: options)
  }

  public static func runs(in input: LogInput) throws(LogError) -> [RunLocation]? {
    guard let log = input.reopenable else { return nil }
    let found = try trainings(in: input)
    guard found.count > 1 else { return nil }
    let source = input.source
    return found.map { training in
      RunLocation(name: training.cell, source: log.source, format: card.id) { (options) throws(LogError) in
        try run(of: training, name: training.cell, source: source, options: options)
      }
    }
  }

  private static func names(_ found: [NotebookTraining]) -> String {
    found.prefix(8).map(\.cell).joined(separator: ", ")
  }

  private static func noTraining(_ source: String) -> LogError {
    LogError(
      .noRuns, source: source, "no cell of this notebook shows the course of a run",
      expected: "what a training printed for each epoch",
      advice: "Run the cell that trains, and save the notebook with its outputs.")
  }

  /// The cells that show the course of a run.
  ///
  /// - Throws: ``LogError`` `noRuns` if there are none, or what is wrong with the only cells that looked like it.
  private static func trainings(in input: LogInput) throws(LogError) -> [NotebookTraining] {
    var found: [NotebookTraining] = []
    var problem: LogError?
    var budget = NotebookCell.mostPrinted
    var place = 0
    var scanner = JSONScanner(input)
    try scanner.beginObject()
    while let key = try scanner.nextKey() {
      guard key == "cells", try scanner.kind() == .array else {
        try scanner.skip()
        continue
      }
      try scanner.beginArray()
      while try scanner.nextElement() {
        place += 1
        let cell = try NotebookCell(&scanner, place: place, budget: &budget)
        do {
          found += try trainings(in: cell)
        } catch {
          problem = problem ?? told(error, of: cell.name, in: input.source)
        }
        guard found.count <= mostRuns else {
          throw LogError(
            .malformed, source: input.source, "there are more than \(mostRuns) runs in one notebook",
            line: scanner.line, advice: "Write one file for each run.")
        }
      }
    }
    guard found.isEmpty else { return NotebookTraining.distinct(found) }
    throw problem ?? noTraining(input.source)
  }

  /// The first of a cell's outputs that shows the course of a run, or its runs; an evaluation alone has no course.
  private static func trainings(in cell: NotebookCell) throws(LogError) -> [NotebookTraining] {
    var problem: LogError?
    for log in cell.logs where !log.isEmpty {
      guard let format = shelf.format(of: try text(log).head, atLeast: .certain) else { continue }
      let parts =
        format.isPrinted && log.count <= PrintedRuns.mostBytes
        ? PrintedRuns.find(in: log, shelf: shelf) : []
      if !parts.isEmpty {
        return parts.map {
          NotebookTraining(cell: "\(cell.name), \($0.name)", log: $0.log, format: $0.format, run: $0.run)
        }
      }
      do {
        let run = try format.read(try text(log), options: ReadingOptions())
        if run.series.contains(where: { $0.metric.isJudged && $0.count > 1 }) {
          return [NotebookTraining(cell: cell.name, log: log, format: format, run: run)]
        }
      } catch {
        problem = problem ?? error
      }
    }
    if let problem { throw problem }
    return []
  }

  private static func run(
    of training: NotebookTraining, name: String, source: String, options: ReadingOptions
  ) throws(LogError) -> RunRecord {
    do {
      var run = try training.format.read(try text(training.log), options: options)
      run.name = name
      run.source = source
      run.format = card.id
      run.notes.append(training.note)
      return run
    } catch {
      throw told(error, of: training.cell, in: source)
    }
  }

  /// The output of a cell, under a name that says nothing of it.
  private static func text(_ log: [UInt8]) throws(LogError) -> LogInput {
    try LogInput(bytes: log, name: "output")
  }

  private static func told(_ error: LogError, of cell: String, in source: String) -> LogError {
    var error = error
    error.source = "\(source), \(cell)"
    return error
  }
}
