extension DelimitedText {
  public static var card: FormatCard {
    FormatCard(
      id: "csv",
      title: "Delimited text (CSV, TSV)",
      writtenBy: [
        "hand-written training loops", "Keras CSVLogger", "PyTorch Lightning CSVLogger", "fastai CSVLogger",
        "Ultralytics YOLO", "timm", "pandas", "XGBoost cv", "Ray Tune", "H2O", "Neptune", "Aim",
        "the CSV downloads of TensorBoard, Weights & Biases and MLflow", "spreadsheets",
      ],
      fileNames: ["*.csv", "*.tsv", "*.txt", "metrics.csv", "results.csv", "history.csv", "training.log"],
      summary: "A line of column names and one line for each epoch or step. The names say which column is "
        + "which; epochs may start at 0 or 1 or be absent.",
      reads: [
        FormatExample(
          "a hand-written loop",
          text: """
            epoch,train_loss,val_loss
            1,0.91,0.95
            2,0.52,0.71

            """,
          series: ["train_loss", "val_loss"]),
        FormatExample(
          "Keras CSVLogger: the training columns have no prefix", fileName: "training.log",
          text: """
            epoch,accuracy,loss,val_accuracy,val_loss
            0,0.31,2.18,0.47,1.97
            1,0.54,1.81,NA,NA

            """,
          series: ["loss", "val_loss", "accuracy", "val_accuracy"]),
        FormatExample(
          "PyTorch Lightning: one row for training and one for validation", fileName: "metrics.csv",
          text: """
            epoch,step,train_loss_epoch,train_loss_step,val_loss
            0,9,,2.22,
            0,9,,,1.97
            0,9,2.40,,

            """,
          series: ["train_loss_epoch", "val_loss"]),
        FormatExample(
          "fastai: metrics without a prefix are those of the validation data", fileName: "history.csv",
          text: """
            epoch,train_loss,valid_loss,accuracy,time
            0,2.23,2.14,0.61,00:04
            1,1.92,1.31,0.85,00:01

            """,
          series: ["train_loss", "valid_loss", "accuracy", "time"]),
        FormatExample(
          "a German spreadsheet: semicolons and decimal commas",
          text: """
            Epoche;Trainingsverlust;Validierungsverlust
            1;2,178;2,011
            2;1,822;1,575

            """,
          series: ["Trainingsverlust", "Validierungsverlust"]),
        FormatExample(
          "the long form: one value in a row",
          text: """
            step,metric,split,value
            0,loss,train,2.27
            0,loss,val,2.12
            1,loss,train,1.90
            1,loss,val,1.75

            """,
          series: ["train_loss", "val_loss"]),
        FormatExample(
          "PyKEEN: settings among the metrics, one of them a loss", fileName: "results.csv",
          text: """
            type,step,key,value
            parameter,0,model,TransE
            parameter,0,loss,SoftplusLoss()
            metric,1,loss,2.27
            metric,2,loss,1.90
            metric,2,validation.loss,2.12

            """,
          series: ["metric_loss", "validation.loss"]),
        FormatExample(
          "the values of a chart of MLflow", fileName: "chart.csv",
          text: """
            Run,Run ID,metric,step,timestamp,value
            calm-owl-7,8f2,train_loss,0,1700000000002,2.27
            calm-owl-7,8f2,train_loss,1,1700000000004,1.90
            calm-owl-7,8f2,val_loss,0,1700000000003,2.12
            calm-owl-7,8f2,val_loss,1,1700000000005,1.75

            """,
          series: ["train_loss", "val_loss"]),
        FormatExample(
          "Ray Tune: the last results of a trial, one in a row", fileName: "progress.csv",
          text: """
            train_loss,val_loss,done,training_iteration,trial_id
            2.27,2.12,False,1,a1b2c_00000
            1.90,1.75,True,2,a1b2c_00000

            """,
          series: ["train_loss", "val_loss"]),
        FormatExample(
          "a table of Markdown between other text", fileName: "README.md",
          text: """
            # Results

            | epoch | train loss | val loss |
            |------:|-----------:|---------:|
            | 1     | 0.91       | 0.95     |
            | 2     | 0.52       | **0.71** |

            The best epoch is the second.

            """,
          series: ["train loss", "val loss"]),
      ],
      refuses: [
        FormatExample(
          "no column that is known as a loss",
          text: """
            a,b,c
            1,2,3

            """,
          message: "run.csv: no loss column recognised. Columns found: a, b, c. "
            + "Name them: --train COLUMN --val COLUMN"),
        FormatExample(
          "a list of runs, as mlflow.search_runs() gives it", fileName: "runs.csv",
          text: """
            run_id,experiment_id,status,metrics.train_loss,metrics.val_loss
            8f2,1,FINISHED,0.52,0.71
            9a0,1,FINISHED,0.48,0.95

            """,
          message:
            "runs.csv: this is a list of runs with the last values of each, not the course of one. Columns "
            + "found: run_id, experiment_id, status, metrics.train_loss, metrics.val_loss. Read the runs themselves, "
            + "such as atml-diagnose mlflow:http://localhost:5000/RUN"),
        FormatExample(
          "a word where a number should be",
          text: """
            epoch,train_loss,val_loss
            1,0.91,0.95
            2,0.52,oops
            3,0.41,0.60

            """,
          message:
            "run.csv, line 3, column 3 (val_loss): unreadable value: found \"oops\", expected a number."),
        FormatExample(
          "a header and nothing else",
          text: "epoch,train_loss,val_loss\n",
          message: "run.csv: there is no line of values below the header. Columns found: epoch, train_loss, "
            + "val_loss. Write one line of values for each epoch."),
        FormatExample(
          "numbers without column names",
          text: """
            1,0.91,0.95
            2,0.52,0.71

            """,
          message: "run.csv, line 1: the first line holds numbers instead of column names. "
            + "Write a header above it, such as epoch,train_loss,val_loss."),
      ])
  }
}
