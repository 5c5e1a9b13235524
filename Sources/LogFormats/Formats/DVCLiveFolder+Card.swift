extension DVCLiveFolder {
  public static let card = FormatCard(
    id: "dvclive-folder",
    title: "DVCLive folder",
    writtenBy: ["DVCLive"],
    fileNames: ["dvclive/plots/metrics/**/*.tsv"],
    summary: "The table of each metric; the folders that it is in are the beginning of its name.",
    reads: [
      FormatExample(
        "losses of both parts", folder: "dvclive",
        files: [
          .init("metrics.json", #"{"train": {"loss": 0.7}, "val": {"loss": 0.8}, "step": 1}"#),
          .init("plots/metrics/train/loss.tsv", "step\tloss\n0\t0.9\n1\t0.7\n"),
          .init("plots/metrics/val/loss.tsv", "step\tloss\n0\t0.95\n1\t0.8\n"),
        ],
        series: ["train/loss", "val/loss"])
    ],
    refuses: [
      FormatExample(
        "a table without values", folder: "dvclive",
        files: [.init("plots/metrics/train/loss.tsv", "step\tloss\n")],
        message: "dvclive: the tables of the metrics hold no values. Log them by live.log_metric.")
    ])
}
