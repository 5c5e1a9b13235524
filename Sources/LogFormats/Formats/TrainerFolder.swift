/// The output folder of a Hugging Face Trainer: its state, or checkpoints that hold one each.
public enum TrainerFolder: FolderFormat {
  public static let card = FormatCard(
    id: "hugging-face-folder",
    title: "Hugging Face output folder",
    writtenBy: ["transformers Trainer"],
    fileNames: ["trainer_state.json", "checkpoint-*/trainer_state.json"],
    summary: "The trainer_state.json of the folder, or that of the checkpoint with the highest step.",
    reads: [], refuses: [])

  private static let file = "trainer_state.json"

  public static func runs(in folder: LogFolder) throws(LogError) -> FolderRuns? {
    guard let path = state(in: folder) else { return nil }
    let run = RunLocation(name: folder.path, source: path, format: TrainerState.card.id) {
      (options) throws(LogError) in
      var run = try TrainerState.read(try LogInput(path: path), options: options)
      run.source = path
      return run
    }
    // The event files below it are of the same run; any other folder may hold more runs.
    let own = ["runs", "logs", "wandb"]
    let rest = folder.folders.filter { !isCheckpoint($0) && !own.contains($0) }.compactMap {
      folder.folder($0)
    }
    return FolderRuns([run], rest: rest)
  }

  /// The state that reaches farthest.
  private static func state(in folder: LogFolder) -> String? {
    if folder.has(file) { return folder.path(of: file) }
    // The folders are in the order in which people count.
    for name in folder.folders.reversed() where isCheckpoint(name) {
      if let checkpoint = folder.folder(name), checkpoint.has(file) { return checkpoint.path(of: file) }
    }
    return nil
  }

  private static func isCheckpoint(_ name: String) -> Bool {
    name.hasPrefix("checkpoint-") && Int(name.dropFirst(11)) != nil
  }
}
