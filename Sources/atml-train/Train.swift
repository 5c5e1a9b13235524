import ATMLTrain
import ArgumentParser
import CommandSupport

/// Trains a network; the command without a subcommand.
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Train a network (what the command does without a subcommand).")

  @Option(
    help: ArgumentHelp("Take options from a YAML file; those on the command line win.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var config: String?

  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Model") var model: ModelOptions
  @OptionGroup(title: "Optimisation") var optimization: OptimizerOptions
  @OptionGroup(title: "Run") var options: RunOptions

  func run() throws {
    try data.checkTogether()
    try optimization.checkTogether()
    try options.checkTogether()
    let text = ProgressText(isQuiet: options.quiet)
    let data = try TrainingData(data, seed: options.seed, progress: text)
    let experiment = try Experiment(self, outline: data.outline)
    let run =
      switch data {
      case .images(let training, let validation): try experiment.fit(training, validation, text)
      case .splitImages(let training, let validation): try experiment.fit(training, validation, text)
      case .arrays(let training, let validation): try experiment.fit(training, validation, text)
      case .splitArrays(let training, let validation): try experiment.fit(training, validation, text)
      }
    try conclude(run)
  }

  /// Ends with the verdict in a line and the command for the full report.
  private func conclude(_ run: RunRecord) throws {
    let report = Report(run.diagnose())
    var lines = [report.headline]
    if self.options.diagnose {
      let written = ["pdf", "png"].map { "reports/\(run.name).\($0)" }
      for path in written { try report.write(to: path) }
      lines.append("Report: \(written.joined(separator: ", "))")
    } else {
      lines.append("Full report: atml-diagnose \(Shell.quoted(options.record))")
    }
    try Terminal.standardOutput.print(lines.joined(separator: "\n"))
  }
}
