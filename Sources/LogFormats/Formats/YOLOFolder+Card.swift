extension YOLOFolder {
  public static let card = FormatCard(
    id: "yolo-folder",
    title: "YOLO training folder",
    writtenBy: ["Ultralytics YOLO", "YOLOv5"],
    fileNames: ["runs/detect/train*/results.csv", "runs/train/exp*/results.csv", "args.yaml", "opt.yaml"],
    summary:
      "The results.csv of the folder, and the batch size of args.yaml or opt.yaml. Event files and printed "
      + "logs beside it tell of the same run.",
    reads: [
      FormatExample(
        "with its settings", folder: "runs/detect/train2",
        files: [
          .init("args.yaml", "task: detect\nbatch: 16\n"),
          .init("results.csv", table),
        ],
        series: ["train/box_loss", "val/box_loss", "metrics/mAP50(B)"])
    ],
    refuses: [
      FormatExample(
        "a word where a number should be", folder: "runs/detect/train2",
        files: [.init("results.csv", table.replacing("2.0,", with: "oops,"))],
        message: "runs/detect/train2/results.csv, line 3, column 2 (train/box_loss): unreadable value: found "
          + "\"oops\", expected a number.")
    ])

  private static let table = """
    epoch,train/box_loss,metrics/mAP50(B),val/box_loss
    1,3.0,0.1,3.2
    2,2.0,0.2,2.5
    3,1.5,0.3,2.1

    """
}
