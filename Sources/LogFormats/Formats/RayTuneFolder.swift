/// The folder of a trial of Ray Tune or Ray Train, whose files all tell of one run.
public enum RayTuneFolder: FolderFormat {
  private static let results = "result.json"

  public static func runs(in folder: LogFolder) throws(LogError) -> FolderRuns? {
    guard folder.has(results), folder.has("params.json") else { return nil }
    let log = FolderLog(
      folder: folder, file: results, format: JSONLines.self,
      others: folder.files.filter { $0 == "progress.csv" } + folder.eventFiles)
    guard log.isCertain else { return nil }
    return FolderRuns([log.location(card)], rest: folder.folders(besides: []))
  }

  public static let card = FormatCard(
    id: "ray-tune-folder",
    title: "Ray Tune trial folder",
    writtenBy: ["Ray Tune", "Ray Train"],
    fileNames: ["~/ray_results/*/*/result.json", "params.json", "progress.csv"],
    summary:
      "The result.json of each trial; progress.csv and the event files beside it tell of the same run.",
    reads: [
      FormatExample(
        "with its table", folder: "ray_results/experiment/trial_00000",
        files: [
          .init("params.json", #"{"lr": 0.1}"#),
          .init("progress.csv", "val_loss,training_iteration,trial_id\n0.9,1,a1b2c_00000\n"),
          .init(
            results,
            """
            {"train_loss": 1.2, "val_loss": 1.3, "training_iteration": 1, "trial_id": "a1b2c_00000", "pid": 123}
            {"train_loss": 0.8, "val_loss": 0.9, "training_iteration": 2, "trial_id": "a1b2c_00000", "pid": 123}

            """),
        ],
        series: ["train_loss", "val_loss", "pid"])
    ],
    refuses: [
      FormatExample(
        "the settings in the place of the results", fileName: "params.json", text: #"{"lr": 0.1}"#,
        message: "params.json: no curve of a training run was recognised in this JSON. Columns found: lr. "
          + "Write a list of values for each metric, such as {\"train_loss\": [...], \"val_loss\": [...]}.")
    ])
}
