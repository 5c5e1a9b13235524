import AccuracyMeasurement
import ArgumentParser
import CommandSupport

/// Measures how well the library's diagnoses agree with runs whose truth is known.
@main
struct AccuracyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accuracy",
    abstract: "Diagnose the runs of a benchmark, and measure how right that is.",
    discussion: """
      A benchmark is a folder with runs/RUN.csv, meta.json, which says what a run's user knows beside its curves, \
      and truth.json. Without a mode, prints a prediction for each run, a line of JSON each.

      Examples:
        accuracy bench > predictions.jsonl
        accuracy bench --score
        accuracy bench --score --predictions other-tool.jsonl --format json
        accuracy bench --score --repetitions bench-1 bench-2
        accuracy bench --robustness --seed 7
        accuracy bench --baselines --predictions other=other-tool.jsonl
        accuracy bench --time
        accuracy bench --signals > signals.csv
        accuracy bench --figures figures

      Exit status: 0 measured, 64 wrong usage, 65 a file that was not understood, 66 a file that cannot be opened, \
      69 nothing to draw with (no font), 73 a figure that cannot be written, 74 a read error.
      """)

  static func main() async {
    Terminal.surviveClosedPipes()
    let runner = CommandRunner(name: "accuracy") { ExitStatus(measuring: $0) }
    await runner.perform(Self.self, Array(CommandLine.arguments.dropFirst()))
  }

  @Argument(help: "The folder of the benchmark.", completion: .directory)
  var benchmark: String

  @OptionGroup(title: "Modes")
  var modes: ModeOptions

  @OptionGroup(title: "Measuring")
  var options: MeasurementOptions

  func validate() throws {
    if benchmark.isEmpty { throw ValidationError("the name of the benchmark's folder is empty") }
    try options.validate(for: modes)
  }

  func run() throws {
    let measurement = Measurement(benchmark: Benchmark(path: benchmark), options: options)
    let result: String
    switch modes.mode {
    case .predictions: result = try measurement.predictions()
    case .score: result = try measurement.score()
    case .robustness: result = try measurement.robustness(isDetailed: modes.score)
    case .baselines: result = try measurement.baselines()
    case .time: result = try measurement.time()
    case .signals: result = try measurement.signals()
    case .figures(let folder): result = try measurement.figures(in: folder)
    }
    try Terminal.standardOutput.print(result)
  }
}
