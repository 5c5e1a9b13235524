import ATMLDiagnose
import ArgumentParser

/// Parameters of rules.
struct ParameterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Set a parameter of a rule, as in rising-validation-loss.tolerance=0.1. Repeatable.",
      valueName: "rule.parameter=value"))
  var set: [String] = []

  @Option(
    help: ArgumentHelp(
      "A file with parameters of rules; .atml-diagnose.json of the current folder if left out.",
      valueName: "file"),
    completion: .file(extensions: ["json"]))
  var config: String?

  func validate() throws {
    if config?.isEmpty == true { throw ValidationError("--config: the name of the file is empty") }
  }

  /// The configuration file, which need not be there.
  var configurationPath: String { config ?? Configuration.standardPath }

  /// The standard rules with the parameters of the configuration file, then those of `--set`.
  func ruleBook() throws -> RuleBook {
    var book = RuleBook.standard
    if let configuration = try Configuration.load(path: config) { try configuration.apply(to: &book) }
    for assignment in set {
      let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let value = Double(parts[1]) else {
        throw ValidationError(
          "--set \(assignment): expected RULE.PARAMETER=NUMBER, as in rising-validation-loss.tolerance=0.1")
      }
      do {
        try book.set(String(parts[0]), to: value)
      } catch {
        throw ValidationError("--set \(assignment): \(error)")
      }
    }
    return book
  }
}
