extension MLflowDatabase {
  public static var card: FormatCard {
    FormatCard(
      id: "mlflow-sqlite",
      title: "MLflow runs in a database (mlflow.db)",
      writtenBy: ["MLflow's SQL store, such as sqlite:///mlflow.db"],
      fileNames: ["mlflow.db", "*.db", "*.sqlite"],
      summary: "Every run of the database that was not deleted. It is opened for reading only, also while a "
        + "server writes it.",
      reads: [
        FormatExample(
          "a run with two metrics", fileName: "mlflow.db", text: statements, .database(statements),
          series: ["train_loss", "val_loss"])
      ],
      refuses: [
        FormatExample(
          "a database of something else", fileName: "app.db", text: "CREATE TABLE users (name TEXT);",
          .database("CREATE TABLE users (name TEXT);"),
          message:
            "app.db: this SQLite database is not one of MLflow: found \"the tables users\", expected the "
            + "tables metrics and runs. Export the metrics of each epoch as CSV."),
        FormatExample(
          "a database from a stream", fileName: "stdin", text: "SQLite format 3\0",
          message:
            "stdin: an SQLite database is not read from a stream or an archive. Name its file, unpacked."
        ),
      ])
  }

  private static let statements = """
    CREATE TABLE runs (run_uuid TEXT, name TEXT, lifecycle_stage TEXT);
    CREATE TABLE metrics (key TEXT, value FLOAT, timestamp BIGINT, run_uuid TEXT, step BIGINT, is_nan BOOLEAN);
    INSERT INTO runs VALUES ('8f2', 'calm-owl-7', 'active'), ('9a0', 'odd-hen-3', 'deleted');
    INSERT INTO metrics VALUES
      ('train_loss', 2.3, 1, '8f2', 0, 0), ('train_loss', 1.6, 3, '8f2', 1, 0),
      ('val_loss', 2.2, 2, '8f2', 0, 0), ('val_loss', 1.7, 4, '8f2', 1, 0);
    """
}
