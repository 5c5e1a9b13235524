extension LearningCurveJSON {
  public static var card: FormatCard {
    FormatCard(
      id: "learning-curve",
      title: "Learning curve over training sizes",
      writtenBy: ["scikit-learn learning_curve, its arrays as JSON"],
      fileNames: ["learning_curve.json", "*.json"],
      summary:
        "Scores of models that were trained on more and more examples: no progress of one run. Each row of scores is "
        + "one size, its mean over the folds counts. The means as a table, with a column train_size, are read as "
        + "delimited text.",
      reads: [
        FormatExample(
          "the arrays, a row of folds for each size", fileName: "learning_curve.json",
          text: """
            {"train_sizes": [10, 20, 40], "train_scores": [[1, 1], [1, 0.9], [0.9, 0.9]],
             "test_scores": [[0.5, 0.6], [0.7, NaN], [0.8, 0.8]]}
            """,
          series: ["train_scores", "test_scores"])
      ],
      refuses: [
        FormatExample(
          "rows that are no scores of each size", fileName: "learning_curve.json",
          text: #"{"train_sizes": [10, 20], "train_scores": [[1, 1]], "test_scores": [[0.5], [0.6]]}"#,
          message:
            "learning_curve.json: train_scores has 1 rows for 2 training sizes, expected a row of scores for each size. "
            + "Write the arrays as learning_curve returns them.")
      ])
  }
}
