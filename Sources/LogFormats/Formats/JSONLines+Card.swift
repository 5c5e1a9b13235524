extension JSONLines {
  public static var card: FormatCard {
    FormatCard(
      id: "jsonl",
      title: "JSON Lines",
      writtenBy: [
        "hand-written training loops", "spaCy", "DETR", "MAE and DeiT", "LLaMA-Factory",
        "Weights & Biases history files",
      ],
      fileNames: ["*.jsonl", "log.txt", "trainer_log.jsonl", "wandb-history.jsonl"],
      summary:
        "One object in each line, with its epoch or step and its values by name. Objects in it add their "
        + "names: train/loss, val/loss.",
      reads: [
        FormatExample(
          "a hand-written loop with nested objects", fileName: "log.jsonl",
          text: """
            {"epoch": 1, "train": {"loss": 0.91}, "val": {"loss": 0.95}}
            {"epoch": 2, "train": {"loss": 0.52}, "val": {"loss": 0.71}}

            """,
          series: ["train/loss", "val/loss"]),
        FormatExample(
          "one line for each part of the data", fileName: "log.jsonl",
          text: """
            {"split": "train", "epoch": 1, "loss": 0.91}
            {"split": "val", "epoch": 1, "loss": 0.95}

            """,
          series: ["train_loss", "val_loss"]),
        FormatExample(
          "a last line that is being written", fileName: "log.jsonl",
          text: """
            {"step": 10, "train_loss": 0.91, "val_loss": NaN}
            {"step": 20, "train_loss": 0.52, "val_loss": 0.71}
            {"step": 30, "train_lo
            """,
          series: ["train_loss", "val_loss"]),
      ],
      refuses: [
        FormatExample(
          "no loss and no score", fileName: "log.jsonl",
          text: """
            {"epoch": 1, "users": 3}
            {"epoch": 2, "users": 4}

            """,
          message: "log.jsonl: no loss column recognised. Columns found: users. "
            + "Name them: --train COLUMN --val COLUMN"),
        FormatExample(
          "a line that is no JSON", fileName: "log.jsonl",
          text: """
            {"epoch": 1, "train_loss": 0.91}
            {"epoch": 2, "train_loss": oops}
            {"epoch": 3, "train_loss": 0.5}

            """,
          message: "log.jsonl, line 2: this is no JSON: found \"oops\", expected a number."),
      ])
  }
}
