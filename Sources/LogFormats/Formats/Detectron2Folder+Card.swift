extension Detectron2Folder {
  public static let card = FormatCard(
    id: "detectron2-folder",
    title: "Detectron2 output folder",
    writtenBy: Detectron2Metrics.card.writtenBy,
    fileNames: ["output/metrics.json"],
    summary:
      "The metrics.json of the folder, in which a resumed run goes on; log.txt and the event files beside "
      + "it tell of the same run.",
    reads: [
      FormatExample(
        "with its printed log", folder: "output",
        files: [
          .init("metrics.json", Detectron2Metrics.card.reads[0].text),
          .init(
            "log.txt",
            "[01/01 01:04:26] d2.utils.events INFO:  iter: 19  total_loss: 2.2  loss_cls: 1.5  lr: 0.1\n"),
        ],
        series: ["total_loss", "loss_cls", "bbox/AP", "bbox/AP50", "lr", "data_time"])
    ],
    refuses: [
      FormatExample(
        "a line that is no JSON", folder: "output",
        files: [.init("metrics.json", Detectron2Metrics.card.refuses[0].text)],
        message:
          "output/metrics.json, line 2: this is no JSON: found \"1.8}\", expected \":\" behind the key "
          + "\"total_loss\".")
    ])
}
