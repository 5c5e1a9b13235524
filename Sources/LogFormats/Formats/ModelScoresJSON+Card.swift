extension ModelScoresJSON {
  public static var card: FormatCard {
    FormatCard(
      id: "model-scores",
      title: "Learning or validation curve of scikit-learn",
      writtenBy: ["scikit-learn learning_curve and validation_curve, their arrays as JSON"],
      fileNames: ["learning_curve.json", "validation_curve.json", "*.json"],
      summary:
        "Scores of models that were trained on more and more examples, or with one value of a hyperparameter after the "
        + "other: no progress of one run. Each row of scores is one model, its mean over the folds counts. The means as a "
        + "table, with a column train_size or param_NAME, are read as delimited text; so are the cv_results_ of a search "
        + "over one hyperparameter.",
      reads: [
        FormatExample(
          "the arrays, a row of folds for each size", fileName: "learning_curve.json",
          text: """
            {"train_sizes": [10, 20, 40], "train_scores": [[1, 1], [1, 0.9], [0.9, 0.9]],
             "test_scores": [[0.5, 0.6], [0.7, NaN], [0.8, 0.8]]}
            """,
          series: ["train_scores", "test_scores"]),
        FormatExample(
          "the arrays, a row of folds for each value", fileName: "validation_curve.json",
          text: """
            {"param_name": "gamma", "param_range": [0.001, 0.01, 0.1],
             "train_scores": [[0.8, 0.8], [0.95, 0.95], [1, 1]], "test_scores": [[0.8, 0.7], [0.9, 0.9], [0.6, 0.5]]}
            """,
          series: ["train_scores", "test_scores"]),
      ],
      refuses: [
        FormatExample(
          "rows that are no scores of each size", fileName: "learning_curve.json",
          text: #"{"train_sizes": [10, 20], "train_scores": [[1, 1]], "test_scores": [[0.5], [0.6]]}"#,
          message:
            "learning_curve.json: train_scores has 1 rows for 2 training sizes, expected a row of scores for each. "
            + "Write the arrays as scikit-learn returns them."),
        FormatExample(
          "values without an order", fileName: "validation_curve.json",
          text: #"{"param_range": ["rbf", "linear"], "train_scores": [1, 1], "test_scores": [0.5, 0.6]}"#,
          message:
            "validation_curve.json: param_range holds values that are no numbers, expected numbers, for only those have "
            + "an order. Compare such values in a table; a curve cannot be drawn over them."),
      ])
  }
}
