extension CatBoostFolder {
  public static let card = FormatCard(
    id: "catboost-folder",
    title: "CatBoost training folder",
    writtenBy: ["CatBoost"],
    fileNames: ["catboost_info/"],
    summary:
      "The catboost_training.json of the folder, or, where there is none, its tables learn_error.tsv and "
      + "test_error.tsv. The event files in learn and test are those of the same run.",
    reads: [
      FormatExample(
        "with its JSON", folder: "catboost_info",
        files: [
          .init("catboost_training.json", CatBoostTraining.card.reads[0].text),
          .init("learn_error.tsv", "iter\tLogloss\n0\t0.6\n1\t0.5\n"),
        ],
        series: ["learn-Logloss", "test-Logloss"]),
      FormatExample(
        "tables only", folder: "catboost_info",
        files: [
          .init("learn_error.tsv", "iter\tLogloss\n0\t0.6\n1\t0.5\n"),
          .init("test_error.tsv", "iter\tLogloss\tAUC\n0\t0.62\t0.7\n1\t0.58\t0.75\n"),
          .init("time_left.tsv", "iter\tPassed\tRemaining\n0\t54\t3220\n1\t67\t1971\n"),
        ],
        series: ["learn-Logloss", "test-Logloss", "test-AUC"]),
    ],
    refuses: [
      FormatExample(
        "a word in a table", folder: "catboost_info",
        files: [.init("learn_error.tsv", "iter\tLogloss\n0\t0.6\n1\toops\n2\t0.5\n")],
        message:
          "catboost_info/learn_error.tsv, line 3, column 2 (Logloss): unreadable value: found \"oops\", "
          + "expected a number.")
    ])
}
