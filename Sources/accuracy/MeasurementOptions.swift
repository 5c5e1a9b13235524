import ArgumentParser

/// How something is measured, and how it is printed.
struct MeasurementOptions: ParsableArguments {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  @Option(
    help: ArgumentHelp(
      "Another tool's predictions, a line of JSON for each run: a FILE for --score, NAME=FILE for --baselines, "
        + "which takes several.", valueName: "file"),
    completion: .file())
  var predictions: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "For --score: let benchmarks of the same runs, trained again with other random numbers "
        + "(`train-benchmark --repetition`), foretell the truth, which shows how much of it is chance.",
      valueName: "folder"),
    completion: .directory)
  var repetitions: [String] = []

  @Option(
    help: ArgumentHelp(
      "Judge the runs of each family of data by FOLDER/FAMILY.csv, scorecards that were fitted without it.",
      valueName: "folder"),
    completion: .directory)
  var scorecards: String?

  @Option(help: "Print text or json.")
  var format: Format?

  @Option(
    help: ArgumentHelp(
      "The random numbers of --robustness and --signals; 1 if it is left out.", valueName: "number"))
  var seed: UInt64?

  @Flag(name: .customLong("no-facts"), help: "Leave out what meta.json knows of the runs.")
  var noFacts = false

  /// Another tool's predictions with the tool's name.
  struct NamedFile {
    let name: String
    let file: String

    /// Reads `NAME=FILE`.
    init?(_ text: String) {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { return nil }
      name = parts[0]
      file = parts[1]
    }
  }

  var namedFiles: [NamedFile] { predictions.compactMap(NamedFile.init) }

  /// Refuses what does not go with a mode.
  func validate(for modes: ModeOptions) throws {
    if predictions.contains("") { throw ValidationError("--predictions: the name of the file is empty") }
    if seed != nil, ![.robustness, .signals].contains(modes.mode) {
      throw ValidationError("--seed has no effect without --robustness or --signals")
    }
    if !repetitions.isEmpty {
      if modes.mode != .score { throw ValidationError("--repetitions needs --score") }
      if repetitions.contains("") { throw ValidationError("--repetitions: the name of a folder is empty") }
      if !predictions.isEmpty || scorecards != nil || noFacts {
        throw ValidationError(
          "--repetitions foretells by truths alone: --predictions, --scorecards and --no-facts have no effect"
        )
      }
    }
    switch modes.mode {
    case .predictions, .signals:
      if format != nil {
        throw ValidationError("--format has no effect: predictions are lines of JSON, signals a table")
      }
      try refusePredictions()
    case .figures:
      if format != nil { throw ValidationError("--format has no effect: figures are PNG and SVG files") }
      try refusePredictions()
    case .score:
      if predictions.count > 1 {
        throw ValidationError("--score takes one file of --predictions; --baselines compares several")
      }
      if noFacts, !predictions.isEmpty {
        throw ValidationError("--no-facts has no effect on the predictions of a file")
      }
    case .baselines:
      if let wrong = predictions.first(where: { NamedFile($0) == nil }) {
        throw ValidationError("--predictions \(wrong): --baselines needs a name for the row, NAME=\(wrong)")
      }
    case .robustness, .time: try refusePredictions()
    }
  }

  private func refusePredictions() throws {
    if !predictions.isEmpty { throw ValidationError("--predictions needs --score or --baselines") }
  }
}
