extension TrackioDatabase {
  public static var card: FormatCard {
    FormatCard(
      id: "trackio-sqlite",
      title: "Trackio runs in a database (project.db)",
      writtenBy: ["Trackio, as it keeps a project on the machine that trains"],
      fileNames: ["*.db"],
      summary: "Every run of the project, over its epochs if they were logged, else over its steps.",
      reads: [
        FormatExample(
          "a run with two metrics", fileName: "digits.db", text: statements, .database(statements),
          series: ["train/loss", "val/loss"])
      ],
      refuses: [
        FormatExample(
          "a project without a run", fileName: "digits.db", text: table, .database(table),
          message: "digits.db: no run in this database of Trackio has logged anything. "
            + "Log the losses by trackio.log."),
        FormatExample(
          "runs without a loss", fileName: "digits.db", text: table, .database(table + lone),
          message: "digits.db: no loss column recognised. Columns found: lr. "
            + "Name them: --train COLUMN --val COLUMN"),
      ])
  }

  private static let table = """
    CREATE TABLE metrics (
      id INTEGER PRIMARY KEY AUTOINCREMENT, run_id TEXT NOT NULL, timestamp TEXT NOT NULL, run_name TEXT NOT NULL,
      step INTEGER NOT NULL, metrics TEXT NOT NULL);
    """

  private static let lone = """
    INSERT INTO metrics (run_id, timestamp, run_name, step, metrics) VALUES ('a1', '', 'calm-owl', 0, '{"lr": 0.1}');
    """

  private static let statements =
    table + """
      INSERT INTO metrics (run_id, timestamp, run_name, step, metrics) VALUES
        ('a1', '', 'calm-owl', 0, '{"epoch": 1, "train/loss": 2.3, "val/loss": 2.2}'),
        ('a1', '', 'calm-owl', 1, '{"epoch": 2, "train/loss": 1.6, "val/loss": 1.7}');
      """
}
