extension MLflowAnswer {
  public static var card: FormatCard {
    FormatCard(
      id: "mlflow-answer",
      title: "Answer of an MLflow server",
      writtenBy: ["the MLflow REST API: metrics/get-history"],
      fileNames: ["*.json"],
      summary:
        "The history of a metric as the server of MLflow answers it, saved to a file. Its other answers hold "
        + "the last values of a run only, and are refused.",
      reads: [
        FormatExample(
          "the history of a metric", fileName: "history.json",
          text: """
            {"metrics": [
              {"key": "val_loss", "value": 0.95, "timestamp": 1795395044587, "step": 0},
              {"key": "val_loss", "value": "NaN", "timestamp": "1795395044696", "step": "1"}]}
            """,
          series: ["val_loss"]),
        FormatExample(
          "a step of 0 that was left out", fileName: "history.json",
          text: """
            {"metrics": [
              {"key": "val_loss", "value": 0.95, "timestamp": "1795395044587"},
              {"key": "val_loss", "value": 0.71, "timestamp": "1795395044696", "step": "1"}]}
            """,
          series: ["val_loss"]),
      ],
      refuses: [
        FormatExample(
          "runs/get: the last values of a run", fileName: "run.json",
          text: """
            {"run": {"info": {"run_id": "8f2"}, "data": {"metrics": [
              {"key": "val_loss", "value": 0.71, "timestamp": 1795395044696, "step": 1}]}}}
            """,
          message:
            "run.json: this is what MLflow tells of a run: the last value of each metric, and no history. Ask the "
            + "server for the run: atml-diagnose mlflow:http://localhost:5000/8f2 - or save what "
            + "metrics/get-history answers."),
        FormatExample(
          "mlflow runs describe, or run.to_dictionary()", fileName: "run.json",
          text: """
            {"info": {"run_id": "8f2", "run_name": "calm-owl-7"}, "data": {"metrics": {"val_loss": 0.71}}}
            """,
          message:
            "run.json: this is what MLflow tells of a run: the last value of each metric, and no history. Ask the "
            + "server for the run: atml-diagnose mlflow:http://localhost:5000/8f2 - or save what "
            + "metrics/get-history answers."),
        FormatExample(
          "runs/search", fileName: "runs.json",
          text: """
            {"runs": [{"info": {"run_id": "8f2", "run_name": "calm-owl-7"}, "data": {}}], "next_page_token": "x"}
            """,
          message:
            "runs.json: this is a list of runs of MLflow: the last value of each metric, and no history: found "
            + "\"calm-owl-7\". Ask the server for one of them: atml-diagnose mlflow:http://localhost:5000/8f2 - or "
            + "for all: atml-diagnose mlflow:http://localhost:5000"),
        FormatExample(
          "mlflow.search_runs().to_json(orient=\"records\")", fileName: "runs.json",
          text: """
            [{"run_id": "8f2", "experiment_id": "1", "artifact_uri": "mlruns/1/8f2", "metrics.val_loss": 0.71}]
            """,
          message:
            "runs.json: this is a list of runs of MLflow: the last value of each metric, and no history. Ask the "
            + "server for the runs: atml-diagnose mlflow:http://localhost:5000"),
        FormatExample(
          "experiments/search", fileName: "experiments.json",
          text: #"{"experiments": [{"experiment_id": "1", "name": "demo", "creation_time": 1795395040517}]}"#,
          message:
            "experiments.json: this is a list of experiments of MLflow, without their runs. Ask the server "
            + "for the runs: atml-diagnose mlflow:http://localhost:5000"),
        FormatExample(
          "an error", fileName: "run.json",
          text: #"{"error_code": "RESOURCE_DOES_NOT_EXIST", "message": "Run with id=8f3 not found"}"#,
          message: "run.json: this is the error message of a server, not a training log: found "
            + "\"Run with id=8f3 not found\". Look up the identifier of the run and ask again."),
      ])
  }
}
