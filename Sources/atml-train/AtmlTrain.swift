import ATMLTrain
import ArgumentParser
import CommandSupport
import PetDrawing

@main
struct AtmlTrain: AsyncParsableCommand {
  static let name = "atml-train"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Train a small network on images, a table or arrays, record the run, and say how it went.",
    discussion: """
      Writes a line and a row of run.csv for every epoch, and ends with the verdict and the command for the full \
      report. All options of training can stand in a YAML file, named by --config; those on the command line win. \
      Ctrl-C ends a run with its verdict and its best weights, a second one at once.

      Examples:
        atml-train draw-pets data
        atml-train --images data/train --validation data/valid --model linear --epochs 30
        atml-train --images data/train --validation data/valid --model mlp --hidden 512 --record mlp.csv --diagnose
        atml-train --csv iris.csv --target species --model mlp --hidden 16 --epochs 50
        atml-train --idx train-images-idx3-ubyte.gz --labels train-labels-idx1-ubyte.gz --model cnn
        atml-train --config experiment.yaml --seed 2 --record second.csv
        atml-train --config experiment.yaml --checkpoint run.safetensors --resume

      Exit status: 0 trained, 64 wrong usage, 65 data that were not understood, 66 a file that cannot be opened, \
      69 no font or drawing library to draw with, 73 output that cannot be written, 74 a read error, 78 a wrong \
      configuration file.
      """,
    version: "atml-train \(Tool.version)",
    subcommands: [Train.self, DrawPets.self],
    defaultSubcommand: Train.self)

  static func main() async {
    Terminal.surviveClosedPipes()
    let runner = CommandRunner(name: name) { error in
      switch error {
      case let error as SettingsError: error.kind == .unreadable ? .noInput : .configuration
      case let error as TrainingError: ExitStatus(error)
      case let error as ReportError: ExitStatus(error)
      case is OutputError: .cannotCreate
      case let error as DatasetError: ExitStatus(error)
      case let error as PetDrawingError: ExitStatus(error)
      default: nil
      }
    }
    do {
      let arguments = try SettingsFile.expand(Array(CommandLine.arguments.dropFirst()))
      await runner.perform(Self.self, arguments)
    } catch {
      runner.fail(error, Self.self)
    }
  }
}
