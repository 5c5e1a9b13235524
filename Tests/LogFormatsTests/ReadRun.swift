import LogFormats
import RunRecords
import TestSupport
import Testing

/// Reads a log from its text, as from a file named `run.csv`.
func read(_ text: String, name: String = "run.csv", _ options: ReadingOptions = .init()) throws -> RunRecord {
  try FormatShelf.standard.read(bytes: Array(text.utf8), name: name, options: options)
}

/// The error that reading a log throws; fails the test if none is thrown.
func readError(
  _ text: String, name: String = "run.csv", _ options: ReadingOptions = .init(),
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> LogError {
  try readError(Array(text.utf8), name: name, options, sourceLocation: sourceLocation)
}

/// The error that reading bytes throws; fails the test if none is thrown.
func readError(
  _ bytes: [UInt8], name: String = "run.csv", _ options: ReadingOptions = .init(),
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> LogError {
  try #require(throws: LogError.self, sourceLocation: sourceLocation) {
    _ = try FormatShelf.standard.read(bytes: bytes, name: name, options: options)
  }
}

extension RunRecord {
  func series(_ name: String) -> MetricSeries? { series.first { $0.name == name } }
  var names: [String] { series.map(\.name) }
  func notes(_ kind: RunNote.Kind) -> [RunNote] { notes.filter { $0.kind == kind } }
}

/// Reads every run in a file with a text.
func readRuns(_ text: String, name: String = "metrics.csv") throws -> [RunRecord] {
  let folder = try ScratchFolder()
  try folder.write(text.utf8, to: name)
  return try FormatShelf.standard.runs(at: folder(name)).map { location in
    let run = try location.read()
    #expect(run.name == location.name || run.name == name)
    return run
  }
}
