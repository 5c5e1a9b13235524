/// The output folder of a Hugging Face Trainer: its state, or checkpoints that hold one each.
///
/// Each state holds the whole history up to its step, also that of before a resume: the one that reaches farthest is
/// read.
public enum TrainerFolder: FolderFormat {
  private static let file = "trainer_state.json"

  public static func runs(in folder: LogFolder) throws(LogError) -> FolderRuns? {
    guard var log = log(in: folder) else { return nil }
    // The event files below it are of the same run; any other folder may hold more runs.
    let own = ["runs", "logs", "wandb"].filter { folder.folders.contains($0) }
    log.others += own.map { $0 + "/" }
    return FolderRuns(
      [log.location(card)], rest: folder.folders(besides: own + folder.folders.filter { step(of: $0) != nil })
    )
  }

  private static func log(in folder: LogFolder) -> FolderLog? {
    let checkpoints = folder.folders.compactMap { name in step(of: name).map { (step: $0, name: name) } }
      .filter { folder.folder($0.name)?.has(file) == true }.sorted { $0.step < $1.step }
    // The folder's own state is written when training ends; a resumed run may have gone on behind it.
    let own = folder.has(file) ? step(inState: folder.path(of: file)) ?? .max : nil
    if let latest = checkpoints.last, latest.step > own ?? -1 {
      let others = (own == nil ? [] : [file]) + checkpoints.dropLast().map { $0.name + "/" }
      return FolderLog(
        folder: folder, file: "\(latest.name)/\(file)", format: TrainerState.self, others: others)
    }
    return own == nil ? nil : FolderLog(folder: folder, file: file, format: TrainerState.self)
  }

  /// The step of a folder such as `checkpoint-500`.
  private static func step(of name: String) -> Int? {
    name.hasPrefix("checkpoint-") ? Int(name.dropFirst(11)) : nil
  }

  /// The step at which a state was written; `nil` if it does not say.
  private static func step(inState path: String) -> Int? {
    guard let input = try? LogInput(path: path) else { return nil }
    var scanner = JSONScanner(input)
    do {
      try scanner.beginObject()
      while let key = try scanner.nextKey() {
        if key == "global_step" { return try scanner.numberIfAny().flatMap { Int(exactly: $0) } }
        try scanner.skip()
      }
    } catch {
      // Reading the whole says what is wrong with it.
    }
    return nil
  }
}
