extension ColumnJSON {
  public static var card: FormatCard {
    FormatCard(
      id: "json-columns",
      title: "History in one JSON object",
      writtenBy: [
        "Keras history.history", "pandas to_json", "scikit-learn loss_curve_", "hand-written training loops",
        "Sacred", "ClearML", "Ludwig", "tensorboardX export_scalars_to_json",
      ],
      fileNames: ["history.json", "*.json"],
      summary:
        "One object with a list of numbers for each name, or an object of numbered values. What Python prints "
        + "of a dictionary is read too. Epochs are counted from 0 where no list says them.",
      reads: [
        FormatExample(
          "Keras history.history", fileName: "history.json",
          text: """
            {"accuracy": [0.31, 0.54], "loss": [2.18, 1.81], "val_accuracy": [0.47, 0.6], "val_loss": [1.97, NaN]}
            """,
          series: ["loss", "val_loss", "accuracy", "val_accuracy"]),
        FormatExample(
          "the same as Python prints it", fileName: "history.txt",
          text: "{'loss': [np.float32(2.18), 1.81], 'val_loss': [1.97, nan]}",
          series: ["loss", "val_loss"]),
        FormatExample(
          "nested by the part of the data", fileName: "history.json",
          text: #"{"train": {"loss": [0.9, 0.5]}, "val": {"loss": [0.95, 0.7]}}"#,
          series: ["train/loss", "val/loss"]),
        FormatExample(
          "pandas to_json", fileName: "history.json",
          text: #"{"loss":{"0":2.18,"1":1.81},"val_loss":{"0":1.97,"1":1.62}}"#,
          series: ["loss", "val_loss"]),
        FormatExample(
          "validation in every third epoch only", fileName: "history.json",
          text: #"{"loss": [6, 5, 4, 3, 2, 1], "val_loss": [5, 3]}"#,
          series: ["loss", "val_loss"]),
        FormatExample(
          "scikit-learn", fileName: "mlp.json",
          text: #"{"loss_curve_": [2.4, 2.2], "validation_scores_": [0.1, 0.2], "n_iter_": 2}"#,
          series: ["loss_curve_", "validation_scores_"]),
        FormatExample(
          "Sacred: the steps in a list beside the values", fileName: "metrics.json",
          text: """
            {"training.loss": {"steps": [10, 20], "timestamps": ["10:31", "10:32"], "values": [0.9, 0.5]},
             "validation.loss": {"steps": [20], "timestamps": ["10:32"], "values": [0.7]}}
            """,
          series: ["training.loss", "validation.loss"]),
        FormatExample(
          "tensorboardX: time, step and value", fileName: "all_scalars.json",
          text: #"{"loss/train": [[1795394873.1, 1, 0.95], [1795394874.2, 2, 0.71]]}"#,
          series: ["loss/train"]),
        FormatExample(
          "the cv_results_ of a search over one hyperparameter", fileName: "cv_results.json",
          text: """
            {"param_max_depth": [1, 2, 4], "mean_train_score": [0.6, 0.8, 1], "mean_test_score": [0.6, 0.75, 0.7],
             "split0_test_score": [0.6, 0.75, 0.7]}
            """,
          series: ["mean_train_score", "mean_test_score"]),
      ],
      refuses: [
        FormatExample(
          "the scores of several models, without what they differ in", fileName: "curve.json",
          text: #"{"train_scores": [[1], [1]], "test_scores": [[0.5], [0.6]]}"#,
          message:
            "curve.json: these are scores of several models, and nothing says in what they differ. Columns found: "
            + "train_scores, test_scores. Add the values of the hyperparameter, such as {\"param_range\": [...]}, or the "
            + "\"train_sizes\"."),
        FormatExample(
          "a history that ends in the middle", fileName: "history.json",
          text: "{\"loss\": [2.18, 1.81],\n \"val_loss\": [1.97",
          message: "history.json, line 2: the JSON ends in the middle, expected a comma or ]."),
      ])
  }
}
