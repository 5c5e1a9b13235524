import ATMLDiagnose
import ArgumentParser

@main
struct AtmlDiagnose: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "atml-diagnose",
    abstract: "Read a training log, say what the run suffers from, and write a one-page report.",
    discussion: """
      Prints the verdict, the findings with their evidence, the epoch whose checkpoint to keep and what to do \
      next, and writes reports/NAME.pdf and reports/NAME.png.

      Examples:
        atml-diagnose run.csv
        atml-diagnose run.csv -o report.svg --title "Assignment 3" --author "A. Student"
        atml-diagnose run.csv -o figure.pdf --figure-only --size 160x70mm
        atml-diagnose run.csv --format json | jq .verdict
        atml-diagnose run.csv --no-report --fail-on overfitting

      Exit status: 0 diagnosed, 1 something named by --fail-on was found, 64 wrong usage, 65 input that was not \
      understood, 66 input that cannot be opened, 69 no font or drawing library to draw with, 73 output that \
      cannot be written, 74 a read error, 78 a wrong configuration file.
      """,
    version: "atml-diagnose \(Tool.version)",
    subcommands: [Rules.self, Explain.self, Formats.self])

  /// Runs a subcommand where the first argument names one, otherwise diagnoses.
  ///
  /// The parser would take the name for a log, because the command itself has arguments.
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let subcommand = Self.configuration.subcommands.first { $0.configuration.commandName == arguments.first }
    if let subcommand {
      subcommand.main(Array(arguments.dropFirst()))
    } else if arguments.first == "help" {
      let topic = Self.configuration.subcommands.first {
        $0.configuration.commandName == arguments.dropFirst().first
      }
      Terminal.standardOutput.print(topic?.helpMessage() ?? helpMessage())
    } else {
      await main(arguments)
    }
  }

  @Argument(
    help: ArgumentHelp("Training logs to diagnose; - reads standard input.", valueName: "log"),
    completion: .file())
  var logs: [String] = []

  @OptionGroup(title: "Output")
  var output: OutputOptions

  @OptionGroup(title: "Page")
  var page: PageArguments

  @OptionGroup(title: "What the log does not say")
  var input: InputOptions

  @OptionGroup(title: "Rules")
  var rules: RuleOptions

  func validate() throws {
    if logs.isEmpty { throw ValidationError("no training log given; try 'atml-diagnose run.csv'") }
    if logs.count > 1 {
      if logs.count(where: { $0 == "-" }) > 1 {
        throw ValidationError("standard input can be read once only")
      }
      if output.files.contains(where: { $0 != "-" }) {
        throw ValidationError(
          "-o names one file, but \(logs.count) logs are given; leave it out to write reports/NAME.pdf")
      }
    }
  }

  func run() async throws {
    let book = try rules.ruleBook()
    let failing = try rules.failureConditions(in: book)
    let session = Session(
      book: book, failing: failing, reading: input.readingOptions, details: page.details,
      lossScale: page.lossScale,
      page: page.pageOptions, output: output)
    let status = await session.run(logs)
    if status != .success { throw ExitCode(status.rawValue) }
  }
}
