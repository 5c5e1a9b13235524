import RunRecords

/// What XGBoost, LightGBM and CatBoost print: a line for each boosting round.
public enum BoostingConsole: LogFormat {
  public static var isPrinted: Bool { true }

  public static func recognizes(_ head: LogHead) -> Recognition {
    var reader = BoostingRounds()
    return head.lines.contains { reader.take($0.bytes) } ? .certain : .no
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    var lines = TerminalLines(input)
    var reader = BoostingRounds()
    while let line = try lines.next() { _ = reader.take(line.bytes) }
    let curves = reader.result
    let assembler = RunAssembler(
      name: input.name, source: input.source, format: card.id, axis: .iteration,
      columns: curves.curves.map(\.heading.name), options: options)
    guard curves.hasJudgedCurve else { throw assembler.noLoss }
    return try assembler.assemble(curves.curves, notes: reader.notes + curves.notes)
  }

  public static var card: FormatCard {
    FormatCard(
      id: "boosting-console",
      title: "Printed rounds of XGBoost, LightGBM and CatBoost",
      writtenBy: ["XGBoost verbose_eval", "LightGBM log_evaluation", "CatBoost verbose"],
      fileNames: ["*.txt", "*.log"],
      summary:
        "Lines such as `[0] train-logloss:0.63 eval-logloss:0.70`, `[1] train's l2: 0.5 valid's l2: 0.6` "
        + "or `0: learn: 2.08 test: 2.09`, between whatever else was printed.",
      reads: [
        FormatExample(
          "XGBoost", fileName: "xgboost.txt",
          text: "[0]\ttrain-mlogloss:2.05641\teval-mlogloss:2.07260\n"
            + "[10]\ttrain-mlogloss:1.02930\teval-mlogloss:1.06752\n",
          series: ["train-mlogloss", "eval-mlogloss"]),
        FormatExample(
          "LightGBM", fileName: "lightgbm.txt",
          text:
            "[LightGBM] [Info] Total Bins 831\n[5]\ttrain's multi_logloss: 0.859023\tvalid's multi_logloss: 0.970554\n"
            + "[10]\ttrain's multi_logloss: 0.44487\tvalid's multi_logloss: 0.601214\n",
          series: ["train's multi_logloss", "valid's multi_logloss"]),
        FormatExample(
          "CatBoost, which does not print what it measures", fileName: "catboost.txt",
          text:
            "0:\tlearn: 2.0876479\ttest: 2.0892105\tbest: 2.0892105 (0)\ttotal: 54.6ms\tremaining: 3.22s\n"
            + "20:\tlearn: 0.7538955\ttest: 0.8136613\tbest: 0.8136613 (20)\ttotal: 339ms\tremaining: 630ms\n",
          series: ["learn", "test"]),
      ],
      refuses: [
        FormatExample(
          "rounds of a metric that is not known", fileName: "xgboost.txt",
          text: "[0]\ttrain-gizmo:0.5\teval-gizmo:0.6\n[1]\ttrain-gizmo:0.4\teval-gizmo:0.5\n",
          message: "xgboost.txt: no loss column recognised. Columns found: train-gizmo, eval-gizmo. "
            + "Name them: --train train-gizmo --val eval-gizmo")
      ])
  }
}
