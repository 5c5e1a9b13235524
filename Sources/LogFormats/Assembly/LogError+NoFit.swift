/// Why a log with losses has none to judge.
extension LogError {
  /// The error for a log with the losses of players alone.
  static func noFit(ofPlayers columns: [String], source: String) -> LogError {
    LogError(
      .noLoss, source: source,
      "no loss that measures a fit: those of players, such as a generator and a discriminator, rise and fall against "
        + "each other", columns: columns,
      advice: "Log beside them how good the model is, such as its FID or a loss on validation data.")
  }

  /// The error for the log of an agent without its rewards.
  static func noFit(ofAgent columns: [String], source: String) -> LogError {
    LogError(
      .noLoss, source: source,
      "no loss that measures a fit: an agent makes the data that its losses are measured on",
      columns: columns,
      advice: "Log its reward beside them, in a column named reward.")
  }
}
