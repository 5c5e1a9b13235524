extension JSONRecords {
  public static var card: FormatCard {
    FormatCard(
      id: "json-records",
      title: "List of JSON objects",
      writtenBy: [
        "hand-written training loops", "pandas to_json(orient=\"records\")", "Chainer", "Comet",
      ],
      fileNames: ["*.json"],
      summary:
        "A list with one object for each epoch or step, or for each value with the name of its metric.",
      reads: [
        FormatExample(
          "one object for each epoch", fileName: "log.json",
          text: """
            [{"epoch": 1, "train_loss": 0.91, "val_loss": 0.95},
             {"epoch": 2, "train_loss": 0.52, "val_loss": 0.71}]
            """,
          series: ["train_loss", "val_loss"]),
        FormatExample(
          "one object for each value", fileName: "log.json",
          text: """
            [{"metric": "val_loss", "value": 0.95, "step": 0},
             {"metric": "val_loss", "value": 0.71, "step": 1}]
            """,
          series: ["val_loss"]),
        FormatExample(
          "Comet: the part of the data in the context", fileName: "metrics.json",
          text: """
            [{"metricName": "loss", "metricValue": "0.95", "step": 1, "runContext": "train"},
             {"metricName": "loss", "metricValue": "0.98", "step": 1, "runContext": "validate"}]
            """,
          series: ["train_loss", "validate_loss"]),
      ],
      refuses: [
        FormatExample(
          "objects without a loss or a score", fileName: "log.json",
          text: #"[{"name": "Ada", "age": 36}, {"name": "Grace", "age": 85}]"#,
          message:
            "log.json: no loss column recognised. Columns found: age. Name them: --train COLUMN --val COLUMN"
        )
      ])
  }
}
