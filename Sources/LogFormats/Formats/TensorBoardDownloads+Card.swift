extension TensorBoardDownloads {
  public static let card = FormatCard(
    id: "tensorboard-downloads",
    title: "TensorBoard downloads in a folder",
    writtenBy: TensorBoardJSON.card.writtenBy,
    fileNames: ["run-*-tag-*.csv", "run-*-tag-*.json"],
    summary:
      "The downloads of a run together, by the run that their names say; runs that differ by train and val "
      + "(validation, eval, test) only are the writers of one run.",
    reads: [
      FormatExample(
        "one writer for training and one for validation", folder: "downloads",
        files: [
          .init("run-mnist_train-tag-epoch_loss.csv", table(2.5, 1.5, 1.25)),
          .init("run-mnist_validation-tag-epoch_loss.csv", table(2.25, 1.75, 1.5)),
          .init(
            "run-mnist_validation-tag-epoch_loss.json", "[[1795394873.1, 0, 2.25], [1795394874.1, 1, 1.75]]"),
        ],
        series: ["train/epoch_loss", "validation/epoch_loss"])
    ],
    refuses: [
      FormatExample(
        "headers only", folder: "downloads",
        files: [.init("run-mnist-tag-loss.csv", "Wall time,Step,Value\n")],
        message: "downloads: the downloads hold no values. Download them again from the scalars page of "
          + "TensorBoard.")
    ])

  private static func table(_ values: Double...) -> String {
    "Wall time,Step,Value\n"
      + values.enumerated().map { "\(1_700_000_000 + $0.offset).5,\($0.offset),\($0.element)\n" }.joined()
  }
}
