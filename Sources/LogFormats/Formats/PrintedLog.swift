import RunRecords
import Texts

/// What training loops print: lines of names with their values, progress bars, dictionaries.
public enum PrintedLog: LogFormat {
  public static var isPrinted: Bool { true }

  public static func recognizes(_ head: LogHead) -> Recognition {
    guard !head.isBinary, let first = head.firstVisibleByte, first != UInt8(ascii: "<"), !isJSON(head.bytes)
    else { return .no }
    var run = PrintedRun()
    for line in head.lines where !run.isSure { run.take(line) }
    run.finish()
    // Sources and texts may hold a line or two that look like a log.
    if run.isSure { return isSource(head.name) ? .possible : .certain }
    guard !isSource(head.name) else { return .no }
    if run.isPossible { return .possible }
    // What a run prints before its first epoch may be longer than the head.
    let line = head.bytes.prefix { $0 != 0x0A }
    return !head.isWhole && ForeignContent.looksPrinted(line) ? .possible : .no
  }

  /// JSON is read by its own formats.
  private static func isJSON(_ bytes: [UInt8]) -> Bool {
    let begin = bytes.prefix(256).filter { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
    return ["{\"", "[{", "[[", "[\"", "{}", "[]"].contains { begin.starts(with: $0.utf8) }
  }

  /// Whether the name is that of a program, a text or a configuration.
  private static func isSource(_ name: String) -> Bool {
    [".py", ".md", ".rst", ".yaml", ".yml", ".ipynb", ".sh", ".toml", ".cfg", ".ini", ".json", ".swift"]
      .contains { name.hasSuffix($0) }
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    var run = PrintedRun()
    var lines = TerminalLines(input)
    while let line = try lines.next() { run.take(line) }
    run.finish()
    let (curves, axis) = run.result
    guard curves.hasJudgedCurve else {
      if !run.players.isEmpty { throw .noFit(ofPlayers: run.players, source: input.source) }
      throw LogError(
        .noLoss, source: input.source, "no line names a loss with its value", columns: curves.names,
        advice: "Print one line for each epoch, such as: epoch 3 train_loss 0.52 val_loss 0.71")
    }
    let assembler = RunAssembler(
      name: input.name, source: input.source, format: card.id, axis: axis,
      columns: [run.episodes].compactMap(\.self) + curves.curves.map(\.heading.name), options: options)
    // The whole loss stands before its parts, whichever was printed first.
    let parts = curves.curves.filter { !$0.heading.component.isEmpty }
    let whole = curves.curves.filter { $0.heading.component.isEmpty }
    var record = try assembler.assemble(whole + parts, notes: run.notes + curves.notes)
    record.notes += notes(on: record, of: whole + parts)
    return record
  }

  private static func notes(on record: RunRecord, of curves: [Curve]) -> [RunNote] {
    var notes: [RunNote] = []
    let averaged = curves.filter { $0.heading.interval == .step && $0.averagesRows }.map(\.heading.name)
      .filter { name in record.series.contains { $0.name == name && $0.metric.isJudged } }
    if !averaged.isEmpty {
      notes.append(
        RunNote(
          .interpretation,
          "\(NameList.brief(averaged)): printed for single batches, and averaged over each \(record.axis.rawValue)."
        ))
    }
    let losses = record.series.filter { $0.metric.kind == .loss }
    if losses.contains(where: { $0.split == .training }),
      !losses.contains(where: { $0.split == .validation }),
      !curves.contains(where: { $0.heading.split == .validation && $0.heading.metric.kind == .loss }),
      record.series.contains(where: { $0.split == .validation && $0.metric.isJudged })
    {
      notes.append(
        RunNote(.interpretation, "No validation loss was printed, only scores on the validation data."))
    }
    return notes
  }
}
