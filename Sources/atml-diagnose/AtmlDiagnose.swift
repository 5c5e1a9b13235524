import ATMLDiagnose
import ArgumentParser
import CommandSupport

@main
struct AtmlDiagnose: AsyncParsableCommand {
  static let name = "atml-diagnose"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Read a training log, say what the run suffers from, and write a one-page report.",
    discussion: """
      Prints the verdict, the findings with their evidence, the epoch whose checkpoint to keep and what to do \
      next, and writes reports/NAME.pdf and reports/NAME.png. A log is a file or a folder that a training tool \
      wrote; 'atml-diagnose formats' lists what is read. Of several logs, each has its report, and a table \
      closes the text, the worst first; of a folder, store or file with several runs, only the table is printed, \
      and --run NAME picks one. \
      --format json then prints JSON Lines, one object a run, and --format md one text after the other. Options \
      may stand before and after the logs; a log whose name begins with - is named as ./-run.csv or follows --.

      Examples:
        atml-diagnose run.csv
        atml-diagnose run.csv -o report.svg --title "Assignment 3" --author "A. Student"
        atml-diagnose run.csv -o figure.pdf --figure-only --size 160x70mm
        atml-diagnose run.csv --format json | jq .verdict
        atml-diagnose run.csv --no-report --fail-on overfitting
        atml-diagnose */metrics.csv --format json > diagnoses.jsonl
        atml-diagnose lightning_logs

      Exit status: 0 diagnosed, 1 something named by --fail-on was found, 64 wrong usage, 65 input that was not \
      understood, 66 input that cannot be opened, 69 no font or drawing library to draw with, 73 output that \
      cannot be written, 74 a read error, 78 a wrong configuration file.
      """,
    version: "atml-diagnose \(Tool.version)",
    subcommands: Subcommands.all)

  /// Runs a subcommand where the first argument names one, otherwise diagnoses.
  ///
  /// The parser would take the name for a log, because the command itself has arguments.
  static func main() async {
    Terminal.surviveClosedPipes()
    let arguments = Array(CommandLine.arguments.dropFirst())
    if Subcommands.has(arguments.first) {
      await perform(Subcommands.self, arguments)
    } else if arguments.first == "help" {
      let topic = arguments.dropFirst().prefix(1).filter { Subcommands.has($0) }
      await perform(topic.isEmpty ? AtmlDiagnose.self : Subcommands.self, topic + ["--help"])
    } else {
      // The list of fonts loads on a thread of its own while arguments and log are read.
      let fonts = ReportWriter()
      await perform(Self.self, arguments)
      withExtendedLifetime(fonts) {}
    }
  }

  private static func perform(_ type: any ParsableCommand.Type, _ arguments: [String]) async {
    let runner = CommandRunner(name: name) { error in
      error is ConfigurationError ? .configuration : (error as? LogError).map { ExitStatus($0) }
    }
    await runner.perform(type, arguments)
  }

  @Argument(
    help: ArgumentHelp("Training logs or folders of them; - reads standard input.", valueName: "log"),
    completion: .file())
  var logs: [String] = []

  @OptionGroup(title: "Output")
  var output: OutputOptions

  @OptionGroup(title: "Page")
  var page: PageArguments

  @OptionGroup(title: "What the log does not say")
  var input: InputOptions

  @OptionGroup(title: "Several runs")
  var batch: BatchOptions

  @OptionGroup(title: "Rules")
  var rules: RuleOptions

  func validate() throws {
    if logs.isEmpty { throw ValidationError("no training log given; try 'atml-diagnose run.csv'") }
    if logs.contains("") { throw ValidationError("the name of a training log is empty") }
    if logs.count(where: { $0 == "-" }) > 1 { throw ValidationError("standard input can be read once only") }
    try output.validate(logCount: logs.count, runCount: logs.count)
  }

  func run() async throws {
    let book = try rules.parameters.ruleBook()
    let failing = try rules.failureConditions(in: book)
    let jobs = batch.jobs ?? Processors.count
    let runs = FoundRun.find(logs, named: batch.runName, reading: input.readingOptions, jobs: jobs)
    try output.validate(logCount: logs.count, runCount: runs.count)
    let status = try await LogBatch(
      book: book, failing: failing, reading: input.readingOptions, details: page.details,
      lossScale: page.lossScale, page: page.pageOptions, output: output, inputs: inputFiles(of: runs),
      jobs: jobs
    ).run(runs, isOverview: runs.count > logs.count)
    if status != .success { throw ExitCode(status.rawValue) }
  }

  /// The logs, whatever is read with them, and the configuration file.
  private func inputFiles(of runs: [FoundRun]) -> InputFiles {
    var files = InputFiles()
    files.add(rules.parameters.configurationPath, as: "the configuration file")
    for case .success(let run) in runs.map(\.location) {
      for path in [run.source] + run.companions { files.add(path, as: "a log that is read") }
    }
    for log in logs {
      if log == "-" {
        files.addStandardInput(as: "the log itself")
      } else {
        files.add(log, as: "the log itself")
      }
    }
    return files
  }
}
