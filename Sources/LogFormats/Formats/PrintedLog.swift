import RunRecords

/// What training loops print: lines of names with their values, progress bars, dictionaries.
public enum PrintedLog: LogFormat {
  public static func recognizes(_ head: LogHead) -> Recognition {
    guard !head.bytes.contains(0), let first = head.firstVisibleByte, first != UInt8(ascii: "<") else {
      return .no
    }
    var run = PrintedRun()
    do {
      var lines = TerminalLines(try LogInput(bytes: head.bytes, name: head.name))
      while let line = try lines.next() { run.take(line) }
    } catch {
      return .no
    }
    run.finish()
    // JSON is better known by its own formats.
    let isJSON = head.bytes.prefix(64).filter { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D }
      .starts(with: [UInt8(ascii: "{"), UInt8(ascii: "\"")])
    if run.isSure { return isJSON ? .possible : .certain }
    if run.isPossible { return .possible }
    let line = head.bytes.prefix { $0 != 0x0A }
    // What a run prints before its first epoch may be longer than the head.
    return !head.isWhole && !isJSON && ForeignContent.looksPrinted(line) ? .possible : .no
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    var run = PrintedRun()
    var lines = TerminalLines(input)
    while let line = try lines.next() { run.take(line) }
    run.finish()
    let (curves, axis) = run.result
    guard curves.hasJudgedCurve else {
      throw LogError(
        .noLoss, source: input.source, "no line names a loss with its value", columns: curves.names,
        advice: "Print one line for each epoch, such as: epoch 3 train_loss 0.52 val_loss 0.71")
    }
    let assembler = RunAssembler(
      name: input.name, source: input.source, format: card.id, axis: axis,
      columns: curves.curves.map(\.heading.name), options: options)
    return try assembler.assemble(curves.curves, notes: run.notes + curves.notes)
  }
}
