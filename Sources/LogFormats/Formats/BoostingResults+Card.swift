extension BoostingResults {
  public static var card: FormatCard {
    FormatCard(
      id: "boosting-json",
      title: "Evaluation results of boosting (JSON)",
      writtenBy: ["XGBoost evals_result", "LightGBM record_evaluation", "CatBoost get_evals_result"],
      fileNames: ["evals_result.json", "*.json"],
      summary:
        "An object of the evaluation sets, each with a list of values for each metric: one for each round, "
        + "counted from 0.",
      reads: [
        FormatExample(
          "XGBoost", fileName: "evals_result.json",
          text: """
            {"train": {"mlogloss": [0.91, 0.52]}, "eval": {"mlogloss": [0.95, 0.71]}}
            """,
          series: ["train-mlogloss", "eval-mlogloss"]),
        FormatExample(
          "numbered sets: the one with the lower final loss was trained on", fileName: "evals_result.json",
          text: """
            {"validation_0": {"logloss": [0.61, 0.32]}, "validation_1": {"logloss": [0.65, 0.51]}}
            """,
          series: ["validation_0-logloss", "validation_1-logloss"]),
        FormatExample(
          "CatBoost", fileName: "evals_result.json",
          text: """
            {"learn": {"MultiClass": [2.1, 1.9]}, "validation": {"MultiClass": [2.2, 2.0], "Accuracy": [0.3, 0.4]}}
            """,
          series: ["learn-MultiClass", "validation-MultiClass", "validation-Accuracy"]),
      ],
      refuses: [
        FormatExample(
          "a text that ends in the middle", fileName: "evals_result.json",
          text: #"{"train": {"mlogloss": [0.91, 0.52]}, "eval": {"mlogloss": [0.95"#,
          message: "evals_result.json, line 1: the JSON ends in the middle, expected a comma or ].")
      ])
  }
}
