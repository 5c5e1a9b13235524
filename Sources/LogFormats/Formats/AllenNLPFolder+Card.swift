extension AllenNLPFolder {
  public static let card = FormatCard(
    id: "allennlp-folder",
    title: "AllenNLP serialization folder",
    writtenBy: ["AllenNLP"],
    fileNames: ["metrics_epoch_0.json", "metrics_epoch_1.json"],
    summary: "The metrics_epoch_N.json files of the folder, one for each epoch.",
    reads: [
      FormatExample(
        "two epochs", folder: "out",
        files: [
          .init(
            "metrics_epoch_0.json",
            #"{"epoch": 0, "training_loss": 0.7, "validation_loss": 0.6, "validation_accuracy": 0.7}"#),
          .init(
            "metrics_epoch_1.json",
            #"{"epoch": 1, "training_loss": 0.5, "validation_loss": 0.55, "validation_accuracy": 0.8}"#),
          .init("metrics.json", #"{"best_epoch": 1, "training_loss": 0.5, "validation_loss": 0.55}"#),
        ],
        series: ["training_loss", "validation_loss", "validation_accuracy"])
    ],
    refuses: [
      FormatExample(
        "an epoch that is no JSON", folder: "out",
        files: [.init("metrics_epoch_0.json", #"{"training_loss" 0.7}"#)],
        message:
          "out/metrics_epoch_0.json, line 1: this is no JSON: found \"0.7}\", expected \":\" behind the "
          + "key \"training_loss\".")
    ])
}
