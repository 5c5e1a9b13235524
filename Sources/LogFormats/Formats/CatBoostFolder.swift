/// CatBoost's training folder, `catboost_info`, whose files all tell of one run.
public enum CatBoostFolder: FolderFormat {
  public static let card = FormatCard(
    id: "catboost-folder",
    title: "CatBoost training folder",
    writtenBy: ["CatBoost"],
    fileNames: ["catboost_info/"],
    summary:
      "The catboost_training.json of the folder, which has what the tables and event files beside it have.",
    reads: [], refuses: [])

  private static let file = "catboost_training.json"

  public static func runs(in folder: LogFolder) throws(LogError) -> FolderRuns? {
    guard folder.has(file), folder.has("learn_error.tsv") || folder.has("time_left.tsv") else { return nil }
    let path = folder.path(of: file)
    let run = RunLocation(name: folder.path, source: path, format: CatBoostTraining.card.id) {
      (options) throws(LogError) in
      var run = try CatBoostTraining.read(try LogInput(path: path), options: options)
      run.source = path
      return run
    }
    return FolderRuns([run])
  }
}
