import RunRecords

/// The terse logs of build-nanogpt and llm.c: a step, what was measured, and its value.
public enum KarpathyLog: LogFormat {
  /// What the words of the lines stand for.
  private static let headings: [String: Heading] = {
    let accuracy = Metric(
      name: "HellaSwag accuracy", kind: .accuracy, direction: .higherIsBetter, unit: .fraction)
    return [
      "train": Heading(name: "train", metric: .loss, split: .training),
      "val": Heading(name: "val", metric: .loss, split: .validation),
      "hella": Heading(name: "hella", metric: accuracy, split: .validation),
      "trl": Heading(name: "trl", metric: .loss, split: .training),
      "tel": Heading(name: "tel", metric: .loss, split: .validation),
      "eval": Heading(name: "eval", metric: accuracy, split: .validation),
      "lr": Heading(name: "lr", metric: .learningRate, split: .run),
      "norm": Heading(name: "norm", metric: .gradientNorm, split: .run),
    ]
  }()

  public static func recognizes(_ head: LogHead) -> Recognition {
    guard let first = head.firstVisibleByte, first &- 0x30 < 10 || first == 0x73 else { return .no }
    let known = head.lines.count { values(of: $0) != nil }
    return known > 1 && 2 * known > head.lines.count ? .certain : .no
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    var lines = TerminalLines(input)
    var curves = NamedCurves()
    while let line = try lines.next() {
      guard let (step, values) = values(of: line) else { continue }
      for (name, value) in values {
        curves.add(value, to: name, at: step) { Self.headings[$0] ?? Heading($0) }
      }
    }
    let assembler = RunAssembler(
      name: input.name, source: input.source, format: card.id, axis: .step,
      columns: curves.names, options: options)
    guard curves.hasJudgedCurve else { throw assembler.noLoss }
    return try assembler.assemble(curves.curves, notes: curves.notes)
  }

  /// What a line holds: `250 val 5.9999`, or `s:250 trl:5.98 lr:0.0006 norm:0.91`; `nil` for any other.
  private static func values(of line: TerminalLine) -> (step: Double, values: [(String, Double)])? {
    guard !line.isCutOff, line.bytes.count < 200 else { return nil }
    let tokens = LineTokens(line.bytes).tokens
    if tokens.count == 3, case .number(let step) = tokens[0], let name = tokens[1].lower,
      ["train", "val", "hella"].contains(name), case .number(let value) = tokens[2]
    {
      return (step, [(name, value)])
    }
    guard tokens.count > 5, tokens.count.isMultiple(of: 3), tokens[0].lower == "s" else { return nil }
    var pairs: [(String, Double)] = []
    for start in stride(from: 0, to: tokens.count, by: 3) {
      guard let name = tokens[start].lower, tokens[start + 1].isMark(":"),
        case .number(let value) = tokens[start + 2], start == 0 || headings[name] != nil
      else { return nil }
      pairs.append((name, value))
    }
    return (pairs[0].1, Array(pairs.dropFirst()))
  }

  public static var card: FormatCard {
    FormatCard(
      id: "karpathy-log",
      title: "Step, word and value (build-nanogpt, llm.c)",
      writtenBy: ["build-nanogpt", "llm.c"],
      fileNames: ["log.txt", "main.log"],
      summary:
        "Lines such as `250 val 5.9999` or `s:250 tel:5.9999`: val and tel are the validation loss, train and trl the "
        + "loss of one batch, hella and eval the share of HellaSwag that was answered right.",
      reads: [
        FormatExample(
          "build-nanogpt", fileName: "log.txt",
          text:
            "0 val 10.9512\n0 hella 0.2463\n0 train 10.9550\n250 val 5.9999\n250 hella 0.2525\n250 train 5.9800\n",
          series: ["train", "val", "hella"]),
        FormatExample(
          "llm.c", fileName: "main.log",
          text: "s:0 tel:11.0091\ns:0 trl:11.0100 lr:0.000086 norm:15.33\ns:250 tel:6.3000\n"
            + "s:250 trl:6.4000 lr:0.000600 norm:0.91\n",
          series: ["trl", "tel", "lr", "norm"]),
      ],
      refuses: [
        FormatExample(
          "learning rates alone", fileName: "main.log", text: "s:0 lr:0.000086\ns:1 lr:0.000171\n",
          message:
            "main.log: no loss column recognised. Columns found: lr. Name them: --train COLUMN --val COLUMN")
      ])
  }
}
