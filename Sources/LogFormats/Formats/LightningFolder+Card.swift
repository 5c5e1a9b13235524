extension LightningFolder {
  public static let card = FormatCard(
    id: "lightning-folder",
    title: "Lightning log folder",
    writtenBy: ["PyTorch Lightning's CSVLogger"],
    fileNames: ["lightning_logs/", "version_*/metrics.csv", "hparams.yaml"],
    summary:
      "The metrics.csv of each version; event files beside it tell of the same run. A version that goes on "
      + "where an earlier one of the same hparams.yaml ended is one run with it.",
    reads: [
      FormatExample(
        "two versions, of which the second was resumed", folder: "lightning_logs",
        files: [
          .init("version_0/hparams.yaml", "batch_size: 32\nlr: 0.002\n"),
          .init("version_0/metrics.csv", table(0, 1)),
          .init("version_1/hparams.yaml", "batch_size: 32\nlr: 0.002\n"),
          .init("version_1/metrics.csv", table(2, 3)),
        ],
        series: ["train_loss", "val_loss"])
    ],
    refuses: [
      FormatExample(
        "the settings in the place of the metrics", fileName: "hparams.yaml",
        text: "batch_size: 32\nlr: 0.002\n",
        message: "hparams.yaml: this file holds the settings of a run and no values of it. Name metrics.csv "
          + "beside it, or the folder that both are in.")
    ])

  private static func table(_ epochs: Int...) -> String {
    "epoch,step,train_loss,val_loss\n"
      + epochs.map { "\($0),\(10 * $0 + 9),,\(4 - $0).5\n\($0),\(10 * $0 + 9),\(4 - $0).25,\n" }.joined()
  }
}
