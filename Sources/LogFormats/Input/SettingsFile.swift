/// Files of settings that tools write beside their logs, which people take for the log.
enum SettingsFile {
  private static let logs = [
    "hparams.yaml": "metrics.csv", "args.yaml": "results.csv or summary.csv", "opt.yaml": "results.csv",
    "hyp.yaml": "results.csv",
  ]

  /// The error for a file of settings; `nil` for any other.
  static func error(for input: LogInput) -> LogError? {
    guard let log = logs[input.name] else { return nil }
    return LogError(
      .unrecognized, source: input.source, "this file holds the settings of a run and no values of it",
      advice: "Name \(log) beside it, or the folder that both are in.")
  }
}
