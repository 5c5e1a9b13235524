import RunRecords

/// The table that `spacy train` prints.
public enum SpacyTable: LogFormat {
  public static func recognizes(_ head: LogHead) -> Recognition {
    var rows = rows()
    let hasHeader = head.lines.contains { line in
      _ = rows.take(line.bytes)
      return !rows.columns.isEmpty
    }
    return hasHeader ? .certain : .no
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    var lines = TerminalLines(input)
    var rows = rows()
    var curves = NamedCurves()
    while let line = try lines.next() {
      guard let cells = rows.take(line.bytes), case .number(let step) = cells[1] else { continue }
      // The score that chooses the best model stands last and comes first.
      for (name, cell) in zip(rows.columns, cells).dropFirst(2).reversed() {
        // The first line holds the loss of a single step, which is no sum like the others.
        guard case .number(let value) = cell, step > 0 || !name.hasPrefix("LOSS") else { continue }
        let heading = heading(of: name)
        curves.add(value, to: name, at: step, isPercent: heading.split == .validation && name != "SCORE") {
          _ in heading
        }
      }
    }
    guard curves.hasJudgedCurve else {
      throw LogError(
        .empty, source: input.source, "there is no line of values below the header", columns: rows.columns,
        advice: "Wait until spaCy has evaluated the model for the first time.")
    }
    let assembler = RunAssembler(
      name: input.name, source: input.source, format: card.id, axis: .step,
      columns: rows.columns, options: options)
    return try assembler.assemble(curves.curves, notes: [note] + curves.notes)
  }

  private static var note: RunNote {
    RunNote(
      .interpretation,
      "spaCy prints the sum of the training losses since the line before (that of the first step is left out), and no "
        + "validation loss: its scores are of the validation data.")
  }

  private static func heading(of name: String) -> Heading {
    if name.hasPrefix("LOSS") { return Heading(name) }
    let metric = Metric(name: name.lowercased(), kind: .score, direction: .higherIsBetter, unit: .fraction)
    return Heading(name: name, metric: metric, split: .validation)
  }

  private static func rows() -> PrintedRows {
    PrintedRows { names, _ in
      names[0] == "E" && names[1] == "#" && names.contains { $0.hasPrefix("LOSS") || $0.hasSuffix("SCORE") }
    }
  }

  public static var card: FormatCard {
    FormatCard(
      id: "spacy-console",
      title: "The table of spacy train",
      writtenBy: ["spaCy 3"],
      fileNames: ["*.txt", "*.log"],
      summary: "The header `E  #  LOSS ...  SCORE` and a line for each evaluation, over steps.",
      reads: [
        FormatExample(
          "a text classifier", fileName: "spacy.txt",
          text: """
            \u{1B}[38;5;4mUsing CPU\u{1B}[0m
            E    #       LOSS TEXTCAT  CATS_SCORE  SCORE
            ---  ------  ------------  ----------  ------
              0       0          0.25       40.78    0.41
              0      20          4.99       52.88    0.53

            """,
          series: ["LOSS TEXTCAT", "SCORE", "CATS_SCORE"])
      ],
      refuses: [
        FormatExample(
          "a header and nothing else", fileName: "spacy.txt",
          text:
            "E    #       LOSS TEXTCAT  CATS_SCORE  SCORE \n---  ------  ------------  ----------  ------\n",
          message:
            "spacy.txt: there is no line of values below the header. Columns found: E, #, LOSS TEXTCAT, "
            + "CATS_SCORE, SCORE. Wait until spaCy has evaluated the model for the first time.")
      ])
  }
}
