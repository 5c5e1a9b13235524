import RunRecords

/// The state of a Hugging Face Trainer: `trainer_state.json`.
public enum TrainerState: LogFormat {
  public static func recognizes(_ head: LogHead) -> Recognition {
    guard let sample = head.json, sample.first.members != nil else { return .no }
    if sample.first["log_history"]?.elements != nil { return .certain }
    // The history may begin behind the head.
    let keys = Set(sample.keys)
    return keys.contains("best_model_checkpoint")
      || keys.isSuperset(of: ["global_step", "is_world_process_zero"])
      ? .certain : .no
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    var scanner = JSONScanner(input)
    var history = TrainerHistory()
    var notes: [RunNote] = []
    var hasHistory = false
    try scanner.beginObject()
    while let key = try scanner.nextKey() {
      guard key == "log_history", try scanner.kind() == .array else {
        try scanner.skip()
        continue
      }
      hasHistory = true
      notes = try JSONRun.forEachElement(&scanner) { (entry) throws(LogError) in history.add(entry) }
      // What follows is not needed, so that a file cut off behind its history is read.
      break
    }
    guard hasHistory, history.count > 0 else {
      throw LogError(
        .empty, source: input.source, "its log_history holds no entries",
        advice:
          "The Trainer writes one every logging_steps (500 if not set): train longer, or log more often.")
    }
    return try history.run(input, options: options, notes: notes)
  }
}
