extension TensorBoardFolder {
  public static var card: FormatCard {
    FormatCard(
      id: "tensorboard-folder",
      title: "TensorBoard log folder",
      writtenBy: TensorBoardEvents.card.writtenBy,
      fileNames: ["runs/", "logs/", "lightning_logs/version_*/", "train/ and validation/ in one folder"],
      summary:
        "A folder with event files is one run, also after a resume. Folders named train and validation "
        + "(val, valid, eval, test) make one run together, and so do those of add_scalars.",
      reads: [
        FormatExample(
          "Keras: a folder for training and one for validation", folder: "logs",
          files: [
            file("train", [("epoch_loss", 0, 2.5), ("epoch_loss", 1, 1.5)]),
            file("validation", [("epoch_loss", 0, 2.25), ("epoch_loss", 1, 1.75)]),
          ],
          series: ["train/epoch_loss", "validation/epoch_loss"])
      ],
      refuses: [
        FormatExample(
          "a tag that is not known", folder: "logs", files: [file("train", [("a", 0, 0.5)])],
          message: "logs: no loss column recognised. Columns found: train/a. "
            + "Name them: --train train/a --val COLUMN")
      ])
  }

  static func file(
    _ folder: String, _ scalars: [(tag: String, step: Int64, value: Float)]
  ) -> FormatExample.File {
    FormatExample.File(
      "\(folder)/events.out.tfevents.1700000000.host.1.0", EventExample.listing(scalars),
      bytes: EventExample.file(scalars))
  }
}
