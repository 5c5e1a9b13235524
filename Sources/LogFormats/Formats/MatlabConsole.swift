import RunRecords

/// The training progress that MATLAB prints: the table of `trainNetwork`, whose names stand over two lines, and that of
/// `trainnet`, whose cells are aligned below the names.
public enum MatlabConsole: LogFormat {
  public static func recognizes(_ head: LogHead) -> Recognition {
    var table = MatlabTable()
    for line in head.lines where !table.isFound { _ = table.take(line.bytes) }
    return table.isFound ? .certain : .no
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    var lines = TerminalLines(input)
    var table = MatlabTable()
    var curves = NamedCurves()
    while let line = try lines.next() {
      guard !line.isCutOff, let cells = table.take(line.bytes), let iteration = cells[iterations] else {
        continue
      }
      guard case .number(let position) = value(of: iteration) else { continue }
      for name in table.columns where name != iterations && name != epochs {
        guard let cell = cells[name] else { continue }
        switch value(of: cell) {
        case .number(let value): curves.add(value, to: name, at: position, heading: heading)
        case .percent(let value):
          curves.add(value, to: name, at: position, isPercent: true, heading: heading)
        case .missing, .text: continue
        }
      }
    }
    let assembler = RunAssembler(
      name: input.name, source: input.source, format: card.id, axis: .iteration, columns: table.columns,
      options: options)
    guard curves.hasJudgedCurve else {
      throw LogError(
        .empty, source: input.source, "there is no line of values below the header", columns: table.columns,
        advice: "Read it again when the first iterations have ended.")
    }
    let note = RunNote(
      .interpretation, "MATLAB prints the training loss of single batches, and measures no epoch as a whole.")
    return try assembler.assemble(curves.curves, notes: [note] + curves.notes)
  }

  private static let iterations = "Iteration"
  private static let epochs = "Epoch"
  private static let batch = "Mini-batch "

  /// What a name means; what stands behind `Mini-batch` was measured on a batch of the training data.
  private static func heading(_ name: String) -> Heading {
    let metric = name.hasPrefix(batch) ? String(name.dropFirst(batch.count)) : name
    let heading = Heading(metric)
    guard heading.metric.isJudged, heading.split != .validation else { return Heading(name) }
    return Heading(name: name, metric: heading.metric, split: .training).ofSteps
  }

  private static func value(of cell: String) -> CellValue {
    var bytes = Array(cell.utf8)
    return bytes.withUnsafeMutableBufferPointer { bytes in
      let bytes = UnsafeBufferPointer(bytes)
      let value = CellValue.parse(bytes, mark: UInt8(ascii: "."))
      return value == .text ? CellValue.parseClock(bytes).map { .number($0) } ?? .text : value
    }
  }

  public static var card: FormatCard {
    FormatCard(
      id: "matlab-console",
      title: "MATLAB's training progress",
      writtenBy: ["MATLAB trainNetwork", "MATLAB trainnet"],
      fileNames: ["*.txt", "*.log"],
      summary:
        "The table that training prints with `Verbose`, over iterations: the loss of single batches, and that of the "
        + "validation data where it was measured.",
      reads: [
        FormatExample(
          "trainNetwork: names over two lines", fileName: "diary.txt",
          text: """
            |======================================================================================|
            |  Epoch  |  Iteration  |  Time Elapsed  |  Mini-batch  |  Mini-batch  |  Validation  |
            |         |             |   (hh:mm:ss)   |   Accuracy   |     Loss     |     Loss     |
            |======================================================================================|
            |       1 |           1 |       00:00:01 |        7.81% |       2.7155 |       2.5169 |
            |       2 |          50 |       00:00:04 |       53.91% |       1.4155 |              |
            |       4 |         100 |       00:00:08 |       83.59% |       0.6155 |       0.9169 |
            |======================================================================================|

            """,
          series: ["Mini-batch Loss", "Validation Loss", "Mini-batch Accuracy", "Time Elapsed (hh:mm:ss)"]),
        FormatExample(
          "trainnet: blank cells in columns that are aligned", fileName: "diary.txt",
          text: """
                Iteration    Epoch    TimeElapsed    LearnRate    TrainingLoss    ValidationLoss
                _________    _____    ___________    _________    ____________    ______________
                        0        0       00:00:05         0.01                            2.3027
                        1        1       00:00:06         0.01          2.4507
                       50        2       00:00:26         0.01          1.2507            1.1507

            """,
          series: ["TrainingLoss", "ValidationLoss", "LearnRate", "TimeElapsed"]),
      ],
      refuses: [
        FormatExample(
          "a header and no rows", fileName: "diary.txt",
          text: "    Iteration    Epoch    TrainingLoss\n    _________    _____    ____________\n",
          message:
            "diary.txt: there is no line of values below the header. Columns found: Iteration, Epoch, "
            + "TrainingLoss. Read it again when the first iterations have ended.")
      ])
  }
}
