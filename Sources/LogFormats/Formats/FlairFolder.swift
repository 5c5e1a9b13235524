/// The output folder of Flair's trainer.
public enum FlairFolder: FolderFormat {
  private static let table = "loss.tsv"
  private static let printed = "training.log"

  public static func runs(in folder: LogFolder) throws(LogError) -> FolderRuns? {
    guard folder.has(table), folder.has(printed) else { return nil }
    let log = FolderLog(
      folder: folder, file: table, format: DelimitedText.self, others: [printed] + folder.eventFiles)
    return log.isCertain ? FolderRuns([log.location(card)], rest: folder.folders(besides: [])) : nil
  }

  public static let card = FormatCard(
    id: "flair-folder",
    title: "Flair output folder",
    writtenBy: ["Flair's ModelTrainer"],
    fileNames: ["loss.tsv", "training.log"],
    summary: "The loss.tsv of the folder; training.log and event files beside it tell of the same run.",
    reads: [
      FormatExample(
        "with its log", folder: "resources/taggers/example",
        files: [
          .init(
            table,
            "EPOCH\tTIMESTAMP\tLEARNING_RATE\tTRAIN_LOSS\tDEV_LOSS\tDEV_F1\n"
              + "1\t10:31:07\t0.1000\t1.9312\t1.7204\t0.4410\n2\t10:33:40\t0.1000\t1.5120\t1.3981\t0.5732\n"),
          .init(printed, "2026-11-20 10:31:07,251 EPOCH 1 done: loss 1.9312 - lr 0.1000000\n"),
        ],
        series: ["TRAIN_LOSS", "DEV_LOSS", "DEV_F1", "LEARNING_RATE"])
    ],
    refuses: [
      FormatExample(
        "a table without a loss", fileName: "loss.tsv", text: "EPOCH\tTIMESTAMP\n1\t10:31:07\n",
        message: "loss.tsv: no loss column recognised. Columns found: EPOCH, TIMESTAMP. "
          + "Name them: --train COLUMN --val COLUMN")
    ])
}
