extension TimmFolder {
  public static let card = FormatCard(
    id: "timm-folder",
    title: "timm output folder",
    writtenBy: ["timm's train.py"],
    fileNames: ["output/train/*/summary.csv", "args.yaml"],
    summary:
      "The summary.csv of the folder, and the batch size and number of classes of args.yaml. Printed logs "
      + "and event files beside it tell of the same run.",
    reads: [
      FormatExample(
        "with its settings", folder: "output/train/run",
        files: [
          .init("args.yaml", "batch_size: 128\nnum_classes: 10\n"),
          .init(
            "summary.csv", "epoch,train_loss,eval_loss,eval_top1\n0,2.3,2.2,21.0\n1,1.9,1.8,42.5\n"),
        ],
        series: ["train_loss", "eval_loss", "eval_top1"])
    ],
    refuses: [
      FormatExample(
        "the settings in the place of the summary", fileName: "args.yaml", text: "batch_size: 128\n",
        message: "args.yaml: this file holds the settings of a run and no values of it. Name results.csv or "
          + "summary.csv beside it, or the folder that both are in.")
    ])
}
