extension WandbRun {
  public static var card: FormatCard {
    FormatCard(
      id: "wandb",
      title: "Weights & Biases run file",
      writtenBy: ["Weights & Biases (offline and online runs)"],
      fileNames: ["run-*.wandb"],
      summary: "What each call of wandb.log wrote, from the binary file that is kept beside the script. "
        + "Where an epoch was logged too, steps become epochs.",
      reads: [
        FormatExample(
          "an offline run", fileName: "run-1.wandb", text: listing(rows),
          .bytes(WandbExample.file(rows)), series: ["train_loss", "val_loss"])
      ],
      refuses: [
        FormatExample(
          "a run that logged nothing", fileName: "run-1.wandb", text: "", .bytes(WandbExample.header),
          message: "run-1.wandb: the run file holds no history. Log the losses by wandb.log.")
      ])
  }

  static let rows: [[(name: String, json: String)]] = [
    [("train_loss", "2.5"), ("val_loss", "2.25"), ("_step", "0")],
    [("train_loss", "1.5"), ("val_loss", "NaN"), ("_step", "1")],
  ]

  static func listing(_ rows: [[(name: String, json: String)]]) -> String {
    rows.map { row in row.map { "\($0.name) = \($0.json)" }.joined(separator: ", ") + "\n" }.joined()
  }
}
