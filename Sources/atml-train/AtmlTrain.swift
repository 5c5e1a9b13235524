import ATMLTrain
import ArgumentParser
import CommandSupport
import PetDrawing
import Tensors

@main
struct AtmlTrain: AsyncParsableCommand {
  static let name = "atml-train"
  static let abstract =
    "Train a small network on images, a table or arrays, record the run, and say how it went."

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: abstract,
    usage: "atml-train [<options>]\natml-train draw-pets <folder>",
    discussion: "Trains unless a subcommand is named; 'atml-train --help' lists the options.",
    version: "atml-train \(Tool.version)",
    subcommands: [Train.self, DrawPets.self],
    defaultSubcommand: Train.self)

  static func main() async {
    MatrixKernels.restartWithBetter()
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
      await runner.perform(Self.self, Self.asksForHelp(arguments) ? [Train.name, "--help"] : arguments)
    } catch {
      runner.fail(error, Self.self)
    }
  }
  /// Whether the first argument asks for help: the options are those of training, not of the command without it.
  private static func asksForHelp(_ arguments: [String]) -> Bool {
    ["-h", "--help"].contains(arguments.first)
  }
}
