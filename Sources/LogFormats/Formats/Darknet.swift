import RunRecords

/// What Darknet prints while it trains a YOLO detector or a classifier.
public enum Darknet: LogFormat {
  public static func recognizes(_ head: LogHead) -> Recognition {
    head.lines.contains { DarknetIteration($0.bytes) != nil } ? .certain : .no
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    var lines = TerminalLines(input)
    var curves = NamedCurves()
    var iteration = 0.0
    while let line = try lines.next() {
      if let found = DarknetIteration(line.bytes) {
        iteration = found.number
        curves.add(found.average, to: "avg loss", at: iteration)
        curves.add(found.loss, to: "loss", at: iteration) { Heading($0).ofSteps }
        if let rate = found.rate { curves.add(rate, to: "learning rate", at: iteration) }
      } else if let map = Self.meanAveragePrecision(line.bytes) {
        curves.add(map, to: "mAP", at: iteration) { name in
          let metric = Metric(name: name, kind: .score, direction: .higherIsBetter, unit: .fraction)
          return Heading(name: name, metric: metric, split: .validation)
        }
      }
    }
    let assembler = RunAssembler(
      name: input.name, source: input.source, format: card.id, axis: .iteration,
      columns: curves.curves.map(\.heading.name), options: options)
    guard curves.hasJudgedCurve else { throw assembler.noLoss }
    return try assembler.assemble(curves.curves, notes: [note] + curves.notes)
  }

  private static var note: RunNote {
    RunNote(
      .interpretation,
      "Darknet's avg loss is a moving average of the losses of iterations (nine parts old, one part new), which lags "
        + "behind; it measures no validation loss.")
  }

  /// `mean average precision (mAP@0.50) = 0.281151, or 28.12 %`
  private static func meanAveragePrecision(_ line: [UInt8]) -> Double? {
    guard line.drop(while: { $0 == 0x20 }).starts(with: "mean".utf8) else { return nil }
    let tokens = LineTokens(line).tokens
    guard tokens.prefix(3).compactMap(\.lower) == ["mean", "average", "precision"],
      let equals = tokens.firstIndex(where: { $0.isMark("=") }), equals + 1 < tokens.count,
      case .number(let value) = tokens[equals + 1]
    else { return nil }
    return value
  }

  public static var card: FormatCard {
    FormatCard(
      id: "darknet",
      title: "Darknet's console",
      writtenBy: ["Darknet (AlexeyAB, pjreddie)"],
      fileNames: ["*.log", "*.txt"],
      summary:
        "Lines such as `2: 27.11, 54.56 avg loss, 0.005 rate, ...` and, with -map, the mean average precision.",
      reads: [
        FormatExample(
          "a detector with -map", fileName: "train.log",
          text: """
             1: 57.616219, 57.616219 avg loss, 0.005000 rate, 0.512760 seconds, 16 images, -1.000000 hours left
             2: 27.117569, 54.566353 avg loss, 0.005000 rate, 0.037085 seconds, 32 images, 0.022667 hours left
             mean average precision (mAP@0.50) = 0.281151, or 28.12 %

            """,
          series: ["avg loss", "mAP", "learning rate"]),
        FormatExample(
          "the original, without the word loss", fileName: "train.log",
          text: """
            1: 57.616219, 57.616219 avg, 0.005000 rate, 0.512760 seconds, 16 images
            2: 27.117569, 54.566353 avg, 0.005000 rate, 0.037085 seconds, 32 images

            """,
          series: ["avg loss", "learning rate"]),
      ],
      refuses: [
        FormatExample(
          "a run that ended before its first iteration", fileName: "train.log",
          text: "yolov4-tiny: 1 batch, loss=none\nCan not open file: data/train.txt\n",
          message:
            "train.log: this looks like something printed, but no lines in it name a loss with its value. "
            + "Print one line for each epoch, such as: epoch 3 train_loss 0.52 val_loss 0.71")
      ])
  }
}
