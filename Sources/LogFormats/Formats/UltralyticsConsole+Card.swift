extension UltralyticsConsole {
  public static var card: FormatCard {
    FormatCard(
      id: "yolo-console",
      title: "What YOLO printed",
      writtenBy: ["Ultralytics YOLO", "YOLOv5"],
      fileNames: ["*.log", "*.txt"],
      summary:
        "The losses of each epoch behind its bar, of which the last state counts, and the scores in the line of all "
        + "classes. `results.csv` has the validation losses too.",
      reads: [
        FormatExample(
          "two epochs of Ultralytics", fileName: "train.log",
          text: """
                  Epoch    GPU_mem   box_loss   cls_loss   dfl_loss  Instances       Size
                    1/2         0G      1.612      3.204      1.211         12        640: 100%|##########| 8/8
                             Class     Images  Instances      Box(P          R      mAP50  mAP50-95): 100%|###| 4/4
                               all        128        929      0.514      0.431      0.447      0.296

                  Epoch    GPU_mem   box_loss   cls_loss   dfl_loss  Instances       Size
                    2/2         0G      1.402      2.704      1.111         12        640: 100%|##########| 8/8
                             Class     Images  Instances      Box(P          R      mAP50  mAP50-95): 100%|###| 4/4
                               all        128        929      0.614      0.531      0.547      0.396

            """,
          series: [
            "train/box_loss", "train/cls_loss", "train/dfl_loss", "metrics/mAP50", "metrics/mAP50-95",
            "metrics/precision", "metrics/recall",
          ])
      ],
      refuses: [
        FormatExample(
          "a row without a loss in it", fileName: "train.log",
          text: "      Epoch    GPU_mem   box_loss   Size\n        1/2         0G      -      640\n",
          message:
            "train.log: no epoch has ended below the header. Columns found: Epoch, GPU_mem, box_loss, Size. Read it "
            + "again when the first epoch has ended, or read results.csv beside it.")
      ])
  }
}
