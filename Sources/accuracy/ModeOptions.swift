import ArgumentParser

/// What is measured.
struct ModeOptions: ParsableArguments {
  enum Mode: Equatable {
    case predictions
    case score
    case robustness
    case baselines
    case time
    case signals
    case figures(folder: String)
  }

  @Flag(
    help: "Score the predictions against truth.json; with --robustness, print each whole score.")
  var score = false

  @Flag(help: "Compare the scores of runs that were made harder to judge.")
  var robustness = false

  @Flag(help: "Compare the score with those of rules of thumb, and of --predictions.")
  var baselines = false

  @Flag(help: "Time diagnoses of runs that are in memory, in one thread.")
  var time = false

  @Flag(help: "Print the signals of the runs, as they are and under each perturbation, as a CSV table.")
  var signals = false

  @Option(
    help: ArgumentHelp(
      "Draw how sure diagnoses are beside how right, and the surest mistakes, into FOLDER.",
      valueName: "folder"),
    completion: .directory)
  var figures: String?

  var mode: Mode {
    if robustness { return .robustness }
    if baselines { return .baselines }
    if time { return .time }
    if signals { return .signals }
    if let figures { return .figures(folder: figures) }
    return score ? .score : .predictions
  }

  func validate() throws {
    if figures == "" { throw ValidationError("--figures: the name of the folder is empty") }
    let chosen = [
      ("--robustness", robustness), ("--baselines", baselines), ("--time", time), ("--signals", signals),
      ("--figures", figures != nil),
    ].filter(\.1)
    if chosen.count > 1 {
      throw ValidationError("\(chosen[0].0) and \(chosen[1].0) cannot be measured in one go")
    }
    if score, let other = chosen.first, !robustness {
      throw ValidationError("\(other.0) and --score cannot be measured in one go")
    }
  }
}
