extension MLflowFileStore {
  public static var card: FormatCard {
    FormatCard(
      id: "mlflow-files",
      title: "MLflow runs in folders (mlruns)",
      writtenBy: ["MLflow's file store", "MLflow autologging to ./mlruns"],
      fileNames: ["mlruns/"],
      summary:
        "The folder mlruns, an experiment in it or the folder of one run: a file for each metric, with a "
        + "line for each value. Deleted runs are passed over, and so are the metrics of the machine.",
      reads: [
        FormatExample(
          "a run with two metrics", folder: "mlruns",
          files: [
            .init("1/meta.yaml", "experiment_id: '1'\nlifecycle_stage: active\nname: digits\n"),
            .init("1/8f2/meta.yaml", "run_id: 8f2\nrun_name: calm-owl-7\nlifecycle_stage: active\n"),
            .init("1/8f2/metrics/train_loss", "1700000000000 2.3 0\n1700000001000 1.6 1\n"),
            .init("1/8f2/metrics/val_loss", "1700000000500 2.2 0\n1700000001500 1.7 1\n"),
          ], series: ["train_loss", "val_loss"]),
        FormatExample(
          "keys with slashes, logged without steps", folder: "8f2",
          files: [
            .init("meta.yaml", "run_uuid: 8f2\nname: ''\n"),
            .init("metrics/train/loss", "1500000000 2.3\n1500000060 1.6\n"),
            .init("metrics/val/loss", "1500000030 2.2\n1500000090 1.7\n"),
          ], series: ["train/loss", "val/loss"]),
      ],
      refuses: [
        FormatExample(
          "a run without metrics", folder: "8f2",
          files: [
            .init("meta.yaml", "run_id: 8f2\nlifecycle_stage: active\n"),
            .init("metrics/system/cpu", "1 2 3\n"),
          ],
          message: "8f2: the run has no metrics. "
            + "Log them in each epoch: mlflow.log_metric(\"val_loss\", value, step=epoch).")
      ])
  }
}
