import ATMLTrain
import ArgumentParser
import CommandSupport
import Texts

/// Trains a network; the command without a subcommand.
struct Train: ParsableCommand {
  static let name = "train"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: AtmlTrain.abstract,
    usage: "atml-train [<options>]",
    discussion: """
      Writes a line and a row of run.csv for every epoch, and ends with the verdict and the command for the full \
      report. All options of training can stand in a YAML file, named by --config; those on the command line win. \
      Ctrl-C ends a run with its verdict and its best weights, a second one at once.

      Examples:
        atml-train draw-pets data        (atml-train draw-pets --help)
        atml-train --images data/train --validation data/valid --model linear --epochs 30
        atml-train --images data/train --validation data/valid --model mlp --hidden 512 --record mlp.csv --diagnose
        atml-train --csv iris.csv --target species --model mlp --hidden 16 --epochs 50
        atml-train --idx train-images-idx3-ubyte.gz --labels train-labels-idx1-ubyte.gz --model cnn
        atml-train --config experiment.yaml --seed 2 --record second.csv
        atml-train --config experiment.yaml --checkpoint run.safetensors --resume

      Exit status: 0 trained, 64 wrong usage, 65 data that were not understood, 66 a file that cannot be opened, \
      69 no font or drawing library to draw with, 73 output that cannot be written, 74 a read error, 78 a wrong \
      configuration file.
      """)

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
    try OutputFiles(
      outputs: options.outputs, inputs: data.files + (config.map { [("--config", $0)] } ?? [])
    ).check()
    let text = ProgressText(isQuiet: options.quiet)
    if model.batchNorm, options.batchSize == 1 {
      throw ValidationError("--batch-norm needs a --batch-size of at least 2: one sample has no variance")
    }
    if !options.quiet {
      for note in model.withoutEffect + optimization.withoutEffect(regression: data.regression) {
        Terminal.complain(note, from: AtmlTrain.name)
      }
    }
    let standardizes = self.data.standardizes
    let data = try TrainingData(self.data, seed: options.seed, progress: text)
    if !options.quiet {
      for note in data.notes { Terminal.complain(note, from: AtmlTrain.name) }
    }
    let experiment = try Experiment(self, outline: data.outline(standardizes: standardizes))
    let interruption = Interruption()
    let result =
      switch data {
      case .images(let training, let validation):
        try experiment.fit(training, validation, text, interruption)
      case .splitImages(let training, let validation):
        try experiment.fit(training, validation, text, interruption)
      case .arrays(let training, let validation):
        try experiment.fit(training, validation, text, interruption)
      case .splitArrays(let training, let validation):
        try experiment.fit(training, validation, text, interruption)
      }
    try conclude(result)
    interruption.finish()
  }

  /// Saves the weights, and ends with the verdict in a line and the command for the full report.
  private func conclude(_ result: Experiment.Result) throws {
    // The verdict is said even where the weights cannot be saved.
    let saving = Swift.Result { try result.save(to: options.save) }
    if result.run.series.isEmpty {
      try Terminal.standardOutput.print("No epoch was finished, and none is recorded.")
      return
    }
    let report = Report(result.run.diagnose())
    try Terminal.standardOutput.print(report.headline)
    if options.diagnose {
      let written = options.reports
      for path in written { try report.write(to: path) }
      try Terminal.standardOutput.print(
        "Report: \(written.map { PrintableText.path($0) }.joined(separator: ", "))")
    } else {
      try Terminal.standardOutput.print("Full report: atml-diagnose \(Shell.quoted(options.record))")
    }
    try saving.get()
  }
}
