extension MMEngineFolder {
  public static let card = FormatCard(
    id: "mmengine-folder",
    title: "OpenMMLab work folder",
    writtenBy: MMEngineScalars.card.writtenBy,
    fileNames: ["<timestamp>/vis_data/scalars.json", "<timestamp>.log.json"],
    summary:
      "The scalars of each start. A start that goes on where an earlier one ended, as after a resume, is "
      + "one run with it; any other is a run of its own.",
    reads: [
      FormatExample(
        "a run that was resumed", folder: "work_dirs/digits",
        files: [
          .init("20260101_010101/vis_data/scalars.json", epochs(1, 2)),
          .init("20260101_020202/vis_data/scalars.json", epochs(3, 4)),
        ],
        series: ["loss", "val_loss", "lr", "data_time"])
    ],
    refuses: [
      FormatExample(
        "scalars without a loss or a score", folder: "work_dirs/digits",
        files: [
          .init("20260101_010101/vis_data/scalars.json", MMEngineScalars.card.refuses[0].text)
        ],
        message: "work_dirs/digits/20260101_010101/vis_data/scalars.json: no loss column recognised. Columns "
          + "found: lr, data_time. Name them: --train COLUMN --val COLUMN")
    ])

  private static func epochs(_ numbers: Int...) -> String {
    numbers.map { epoch in
      """
      {"lr": 0.1, "data_time": 0.003, "loss": \(5 - epoch).5, "epoch": \(epoch), "step": \(5 * epoch)}
      {"val_loss": \(5 - epoch).7, "data_time": 0.002, "step": \(epoch)}

      """
    }.joined()
  }
}
