import ATMLTrain
import ArgumentParser

/// How long the network is trained, and what is written down.
struct RunOptions: ParsableArguments {
  @Option(help: "How many times all training data are gone through.")
  var epochs = 20

  @Option(help: ArgumentHelp("How many samples make a step.", valueName: "samples"))
  var batchSize = 32

  @Option(help: "The seed of everything random: weights, order, dropout, the data kept back.")
  var seed: UInt64 = 1

  @Option(help: "How many threads large matrix products run on; the numbers stay the same.")
  var threads = 1

  @Option(
    help: ArgumentHelp("The run record, a row for each epoch.", valueName: "file"), completion: .file())
  var record = "run.csv"

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: "Replace a record, a checkpoint or weights that are there already.")
  var overwrite = false

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: "Measure the training data again after each epoch, in evaluation mode.")
  var reevaluate = false

  @Option(
    help: ArgumentHelp(
      "Stop after so many epochs without a lower validation loss, and keep the best weights.",
      valueName: "epochs"))
  var earlyStopping: Int?

  @Option(
    help: ArgumentHelp(
      "Stop when the diagnosis finds this three epochs in a row, such as overfitting, and keep the best weights.",
      valueName: "condition"), completion: .list(Condition.allCases.map(\.rawValue)))
  var stopOn: Condition?

  @Option(
    help: ArgumentHelp("Keep a checkpoint to go on from, after every epoch.", valueName: "file"),
    completion: .file())
  var checkpoint: String?

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast, help: "Go on from the file that --checkpoint names.")
  var resume = false

  @Option(
    help: ArgumentHelp(
      "Write the weights of the best epoch, with the names of the classes, as safetensors.", valueName: "file"
    ),
    completion: .file())
  var save: String?

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: "Write the report as well: reports/NAME.pdf and reports/NAME.png.")
  var diagnose = false

  @Flag(
    name: .shortAndLong, inversion: .prefixedNo, exclusivity: .chooseLast,
    help: "Print nothing but the verdict and errors.")
  var quiet = false

  func validate() throws {
    for (name, value) in [
      ("epochs", epochs), ("batch-size", batchSize), ("threads", threads),
      ("early-stopping", earlyStopping ?? 1),
    ] where value < 1 {
      throw ValidationError("--\(name) is at least 1, not \(value)")
    }
  }

  /// Checks what one option alone cannot tell.
  func checkTogether() throws {
    if resume, checkpoint == nil {
      throw ValidationError("--resume needs --checkpoint, the file to go on from")
    }
  }

  /// The files that are written during a run and at its end.
  ///
  /// A run that goes on replaces its record, which is looked into before, its checkpoint, and the weights of last time.
  var outputs: [OutputFiles.Output] {
    var outputs = [
      OutputFiles.Output(
        file: ("--record", record), replaces: overwrite || resume ? .anything : .nothing)
    ]
    if let checkpoint {
      outputs.append(
        OutputFiles.Output(
          file: ("--checkpoint", checkpoint), replaces: overwrite || resume ? .anything : .nothing))
    }
    if let save {
      outputs.append(
        OutputFiles.Output(
          file: ("--save", save), replaces: overwrite ? .anything : resume ? .weights : .nothing))
    }
    return outputs
      + reports.map {
        OutputFiles.Output(
          file: ("--diagnose", $0), replaces: .anything,
          advice: "make room for the report, or leave --diagnose out")
      }
  }

  /// The files of the report, where one is asked for.
  var reports: [String] { diagnose ? ["pdf", "png"].map { "reports/\(runName).\($0)" } : [] }

  /// The record's name without folders and extension.
  var runName: String {
    let file = record.split(separator: "/").last.map(String.init) ?? "run"
    return file.lastIndex(of: ".").map { $0 > file.startIndex ? String(file[..<$0]) : file } ?? file
  }
}

extension Condition: ExpressibleByArgument {}
