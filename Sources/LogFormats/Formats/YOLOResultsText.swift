import RunRecords

/// The table without a header that YOLOv3, YOLOv5 up to 5.0 and YOLOv7 write.
public enum YOLOResultsText: LogFormat {
  /// The columns behind the epoch and the memory, by name; `nil` for one that is not read.
  ///
  /// The one behind the mAP is F1 in YOLOv3 and the mAP over several thresholds in the others, which nothing in the
  /// file tells apart.
  private static let columns: [String?] = [
    "train/box_loss", "train/obj_loss", "train/cls_loss", nil, nil, nil, "metrics/precision",
    "metrics/recall",
    "metrics/mAP_0.5", nil, "val/box_loss", "val/obj_loss", "val/cls_loss",
  ]

  public static func recognizes(_ head: LogHead) -> Recognition {
    head.lines.first.flatMap(row) == nil ? .no : .certain
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    var lines = TerminalLines(input)
    var curves = NamedCurves()
    while let line = try lines.next() {
      guard let (epoch, values) = row(line) else {
        guard !line.isCutOff else { break }
        throw LogError(
          .malformed, source: input.source, "this line is no row of YOLO's results", line: line.number,
          expected: "an epoch such as 3/299, the memory, and \(columns.count) numbers",
          advice: "Leave the lines out that do not belong to the table.")
      }
      for (name, value) in zip(columns, values) {
        if let name { curves.add(value, to: name, at: epoch) }
      }
    }
    let assembler = RunAssembler(
      name: input.name, source: input.source, format: card.id, axis: .epoch,
      columns: columns.compactMap(\.self),
      options: options)
    return try assembler.assemble(curves.curves, notes: [note] + curves.notes)
  }

  private static var note: RunNote {
    RunNote(
      .interpretation,
      "The 12th column is left out: it is F1 or the mAP over several thresholds, which the file does not say."
    )
  }

  /// `0/299 1.22G 0.1069 ...`: the epoch and the numbers behind the memory.
  private static func row(_ line: TerminalLine) -> (epoch: Double, values: [Double])? {
    let tokens = LineTokens(line.bytes).tokens
    guard tokens.count == columns.count + 2, case .ratio(let epoch, _) = tokens[0], tokens[1] == .quantity
    else {
      return nil
    }
    let values = tokens.dropFirst(2).compactMap { if case .number(let value) = $0 { value } else { nil } }
    return values.count == columns.count ? (epoch, values) : nil
  }

  public static var card: FormatCard {
    FormatCard(
      id: "yolo-results-text",
      title: "YOLO's results.txt",
      writtenBy: ["YOLOv3 (Ultralytics)", "YOLOv5 up to 5.0", "YOLOv7"],
      fileNames: ["results.txt"],
      summary:
        "15 columns without a header: epoch, memory, the losses of box, object and class with their sum, targets, "
        + "image size, precision, recall, mAP, and the losses on the validation data.",
      reads: [
        FormatExample(
          "two epochs", fileName: "results.txt",
          text:
            "  0/299  1.22G  0.1069  0.0337  0.0385  0.1791  12  640  0.14  0.28  0.14  0.05  0.089  0.035  0.030\n"
            + "  1/299  1.22G  0.0969  0.0317  0.0335  0.1621  12  640  0.24  0.38  0.24  0.09  0.079  0.033  0.028\n",
          series: [
            "train/box+obj+cls", "val/box+obj+cls", "train/box_loss", "val/box_loss", "train/obj_loss",
            "val/obj_loss", "train/cls_loss", "val/cls_loss", "metrics/mAP_0.5", "metrics/precision",
            "metrics/recall",
          ])
      ],
      refuses: [
        FormatExample(
          "a line of something else", fileName: "results.txt",
          text:
            "  0/299  1.22G  0.1069  0.0337  0.0385  0.1791  12  640  0.14  0.28  0.14  0.05  0.089  0.035  0.030\n"
            + "stopped\n",
          message:
            "results.txt, line 2: this line is no row of YOLO's results, expected an epoch such as 3/299, "
            + "the memory, and 13 numbers. Leave the lines out that do not belong to the table.")
      ])
  }
}
