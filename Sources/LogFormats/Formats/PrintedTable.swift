import RunRecords
import Texts

/// Tables that libraries print between progress bars and in colours, such as those of fastai and skorch.
///
/// A plain table is read as ``DelimitedText``.
public enum PrintedTable: LogFormat {
  public static var isPrinted: Bool { true }

  public static func recognizes(_ head: LogHead) -> Recognition {
    guard head.markdown == nil else { return .no }
    var rows = rows()
    let hasRow = head.lines.contains { rows.take($0.bytes) != nil }
    if hasRow, rows.hasRowNumber || rows.linesBefore > 0 { return .certain }
    // The bar of the first epoch may be longer than the head.
    return (hasRow || !rows.columns.isEmpty && !head.isWhole) && isDrawn(head.bytes) ? .certain : .no
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    var lines = TerminalLines(input)
    var rows = rows()
    var curves = NamedCurves()
    var axis = RunAxis.epoch
    var known: (columns: [String], axes: [RunAxis?]) = ([], [])
    while let line = try lines.next() {
      guard let cells = rows.take(line.bytes) else { continue }
      if known.columns != rows.columns {
        known = (rows.columns, rows.columns.map { Self.axis(of: $0) })
      }
      let named = known.axes.firstIndex { $0 != nil }
      let values = rows.hasRowNumber ? Array(cells.dropFirst()) : cells
      axis = named.flatMap { known.axes[$0] } ?? axis
      let place = named.flatMap { $0 < values.count ? values[$0] : nil }
      guard case .number(let position) = place ?? cells[0] else { continue }
      for (index, (column, cell)) in zip(rows.columns, values).enumerated() where known.axes[index] == nil {
        let name = rows.part.map { "\($0) \(column)" } ?? column
        switch cell {
        // A DataFrame has NaN where the row is one of another part of the data.
        case .number(let value)
        where value.isNaN && rows.hasRowNumber && hasJudgedNumber(values, of: rows.columns):
          continue
        case .number(let value): curves.add(value, to: name, at: position)
        case .percent(let value): curves.add(value, to: name, at: position, isPercent: true)
        case .missing, .text: continue
        }
      }
    }
    let assembler = RunAssembler(
      name: input.name, source: input.source, format: card.id, axis: axis,
      columns: rows.columns, options: options)
    guard curves.hasJudgedCurve else {
      throw LogError(
        .empty, source: input.source, "there is no line of values below the header", columns: rows.columns,
        advice: "Print one line of values for each epoch.")
    }
    return try assembler.assemble(curves.curves, notes: curves.notes + notes(on: rows))
  }

  private static func notes(on rows: PrintedRows) -> [RunNote] {
    let summed = rows.sums.sorted().filter { rows.columns.indices.contains($0) }.map { rows.columns[$0] }
    guard !summed.isEmpty, !rows.hasRowNumber else { return [] }
    let text = "\(NameList.brief(summed)): printed as lists of parts, which are added."
    return [RunNote(.interpretation, text)]
  }

  private static func hasJudgedNumber(_ cells: [CellValue], of columns: [String]) -> Bool {
    zip(columns, cells).contains { name, cell in
      if case .number(let value) = cell { value.isFinite && Heading(name).metric.isJudged } else { false }
    }
  }

  private static func rows() -> PrintedRows {
    // scikit-learn's report on each class counts its members, and is no course of a run.
    PrintedRows { names, isIndented in
      !names.contains("support")
        && (names.count > 2 && axis(of: names[0]) != nil || isIndented && names.allSatisfy { isName($0) })
        && names.contains { Heading($0).metric.isJudged }
    }
  }

  /// Whether a text is a column's name, as that of a DataFrame, and none of the other things that are printed.
  private static func isName(_ text: String) -> Bool {
    (text.first?.isLetter ?? false) && text.utf8.count < 40 && !ForeignContent.looksPrinted(text.utf8)
      && !text.contains { ":=|%".contains($0) }
  }

  private static func axis(of name: String) -> RunAxis? {
    let words = NameWords.cut(name).joined(separator: " ")
    return ColumnVocabulary.axes.first { $0.value.contains(words) }?.key
  }

  /// Whether there are boxes, colours, backspaces or returns that begin a redraw.
  private static func isDrawn(_ bytes: [UInt8]) -> Bool {
    if bytes.contains(0x1B) || bytes.contains(0x08) { return true }
    // Lines of boxes: U+2500 to U+257F.
    if zip(bytes, bytes.dropFirst()).contains(where: { $0 == 0xE2 && ($1 == 0x94 || $1 == 0x95) }) {
      return true
    }
    return zip(bytes, bytes.dropFirst()).contains { $0 == 0x0D && $1 != 0x0A && $1 != 0x0D }
  }

  public static var card: FormatCard {
    FormatCard(
      id: "console-table",
      title: "A printed table between progress bars or in colours",
      writtenBy: ["fastai", "skorch", "scikit-learn GradientBoosting(verbose=2)", "DeepXDE", "H2O"],
      fileNames: ["*.txt", "*.log"],
      summary:
        "A line of column names of which the first is the epoch, and a line of numbers for each epoch; "
        + "whatever else was printed is passed over.",
      reads: [
        FormatExample(
          "fastai: rows behind progress bars", fileName: "fastai.txt",
          text: "\u{2588}\repoch     train_loss  valid_loss  accuracy  time    \n"
            + "\rEpoch 1/2 : |##--| 50.00% [1/2 00:00<00:00... 2.2769]\r                    \r"
            + "0         2.230000    2.140000    0.610000  00:04     \n"
            + "\rEpoch 2/2 : |##--| 50.00% [1/2 00:00<00:00... 1.9769]\r                    \r"
            + "1         1.920000    1.310000    0.850000  00:01     \n",
          series: ["train_loss", "valid_loss", "accuracy", "time"]),
        FormatExample(
          "skorch: the best values so far in colours", fileName: "skorch.txt",
          text: "  epoch    train_loss    valid_acc    valid_loss     dur\n"
            + "-------  ------------  -----------  ------------  ------\n"
            + "      1        \u{1B}[36m1.8284\u{1B}[0m       \u{1B}[32m0.8444\u{1B}[0m        \u{1B}[35m0.8677\u{1B}[0m  0.1845\n"
            + "      2        \u{1B}[36m0.4788\u{1B}[0m       0.8333        \u{1B}[35m0.3049\u{1B}[0m  0.1479\n",
          series: ["train_loss", "valid_loss", "valid_acc", "dur"]),
        FormatExample(
          "DeepXDE: the parts of a loss in lists", fileName: "deepxde.txt",
          text: "Training model...\n\n"
            + "Step      Train loss              Test loss               Test metric   \n"
            + "0         [1.06e+00, 2.77e-01]    [9.50e-01, 2.77e-01]    []            \n"
            + "1000      [3.00e-02, 1.00e-02]    [4.00e-02, 1.00e-02]    []            \n",
          series: ["Train loss", "Test loss"]),
        FormatExample(
          "a DataFrame with dates, as H2O's scoring history", fileName: "h2o.txt",
          text: "             timestamp   duration  number_of_trees  training_logloss  validation_logloss\n"
            + "0  2026-03-02 14:00:00  0.001 sec              0.0          0.693147            0.693147\n"
            + "1  2026-03-02 14:00:01  0.102 sec              1.0          0.512345            0.598765\n",
          series: ["training_logloss", "validation_logloss"]),
      ],
      refuses: [
        FormatExample(
          "a header and no rows", fileName: "skorch.txt",
          text: "  epoch    train_loss    valid_loss     dur\n-------  ------------  ------------  ------\n",
          message:
            "skorch.txt: there is no line of values below the header. Columns found: epoch, train_loss, "
            + "valid_loss, dur. Write one line of values for each epoch.")
      ])
  }
}
