import RunRecords

/// Boxes with a name and its value in each row, printed again and again, as libraries of reinforcement learning do.
public enum PrintedBoxes: LogFormat {
  public static func recognizes(_ head: LogHead) -> Recognition {
    guard head.bytes.contains(UInt8(ascii: "|")) else { return .no }
    var boxes = ValueBoxes()
    let isJudged = head.lines.contains { line in
      boxes.take(line.bytes)
      return boxes.curves.hasJudgedCurve
    }
    return isJudged ? .certain : .no
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    var lines = TerminalLines(input)
    var boxes = ValueBoxes()
    // A box without its last rule is left out: it may have been cut off.
    while let line = try lines.next() { boxes.take(line.bytes) }
    let assembler = RunAssembler(
      name: input.name, source: input.source, format: card.id, axis: boxes.axis ?? .step,
      columns: boxes.curves.names, options: options)
    var curves = boxes.curves.curves
    let isOfAgent = curves.contains { $0.heading.metric.name.hasSuffix("reward") }
    if isOfAgent {
      for index in curves.indices where curves[index].heading.metric.kind == .loss {
        let heading = curves[index].heading
        let metric = Metric(name: heading.metric.name, kind: .other, direction: .none)
        curves[index].take(Heading(name: heading.name, metric: metric, split: heading.split))
      }
    }
    return try assembler.assemble(curves, notes: (isOfAgent ? [rewards] : []) + boxes.curves.notes)
  }

  private static var rewards: RunNote {
    RunNote(
      .interpretation,
      "This is a log of reinforcement learning: its rewards are judged, and its losses are not, for they move with the "
        + "data that the agent makes itself.")
  }

  public static var card: FormatCard {
    FormatCard(
      id: "console-boxes",
      title: "Boxes of names and values",
      writtenBy: ["Stable-Baselines3", "OpenAI Baselines", "Spinning Up", "tabulate", "PrettyTable"],
      fileNames: ["*.txt", "*.log"],
      summary:
        "A box with a name and its value in each row, printed again and again, with the steps or epochs so far in one of "
        + "them.",
      reads: [
        FormatExample(
          "Stable-Baselines3", fileName: "ppo.txt",
          text: """
            Using cpu device
            ---------------------------------
            | rollout/           |          |
            |    ep_len_mean     | 22.4     |
            |    ep_rew_mean     | 22.4     |
            | time/              |          |
            |    fps             | 1105     |
            |    total_timesteps | 2048     |
            ---------------------------------
            ---------------------------------
            | rollout/           |          |
            |    ep_len_mean     | 26.1     |
            |    ep_rew_mean     | 26.1     |
            | time/              |          |
            |    fps             | 871      |
            |    total_timesteps | 4096     |
            | train/             |          |
            |    learning_rate   | 0.0003   |
            |    value_loss      | 52.3     |
            ---------------------------------

            """,
          series: ["rollout/ep_rew_mean", "train/learning_rate", "train/value_loss", "rollout/ep_len_mean"]),
        FormatExample(
          "a box of each epoch", fileName: "train.txt",
          text: """
            +------------+------+
            | epoch      | 1    |
            | train_loss | 0.91 |
            | val_loss   | 0.95 |
            +------------+------+
            +------------+------+
            | epoch      | 2    |
            | train_loss | 0.61 |
            | val_loss   | 0.75 |
            +------------+------+

            """,
          series: ["train_loss", "val_loss"]),
      ],
      refuses: [
        FormatExample(
          "a box of something else", fileName: "model.txt",
          text: "------------------\n| layers | 3     |\n| units  | 64    |\n------------------\n",
          message:
            "model.txt: no table with a header of column names was recognised. Write one line of column names, such as "
            + "epoch,train_loss,val_loss, and one line for each epoch.")
      ])
  }
}
