extension LogWithEventsFolder {
  public static var card: FormatCard {
    FormatCard(
      id: "log-with-events-folder",
      title: "Log with TensorBoard event files beside it",
      writtenBy: ["Keras with CSVLogger and TensorBoard", "hand-written training loops"],
      fileNames: ["training.log, train/ and validation/ in one folder"],
      summary:
        "Where one log stands beside event files, or beside their folders train and validation, both tell "
        + "of the same run, of which the log is read.",
      reads: [
        FormatExample(
          "Keras with both of its loggers", folder: "run",
          files: [
            .init("training.log", "epoch,loss,val_loss\n0,2.5,2.25\n1,1.5,1.75\n"),
            TensorBoardFolder.file("train", [("epoch_loss", 0, 2.5), ("epoch_loss", 1, 1.5)]),
            TensorBoardFolder.file("validation", [("epoch_loss", 0, 2.25), ("epoch_loss", 1, 1.75)]),
          ],
          series: ["loss", "val_loss"])
      ],
      refuses: [
        FormatExample(
          "a log with a word where a number should be", folder: "run",
          files: [
            .init("training.log", "epoch,loss,val_loss\n0,2.5,2.25\n1,oops,1.75\n2,1,1\n"),
            TensorBoardFolder.file("train", [("epoch_loss", 0, 2.5), ("epoch_loss", 1, 1.5)]),
          ],
          message: "run/training.log, line 3, column 2 (loss): unreadable value: found \"oops\", expected a "
            + "number.")
      ])
  }
}
