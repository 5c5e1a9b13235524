import ATMLTrain
import ArgumentParser
import CommandSupport
import PetDrawing
import Texts

/// Draws images to train on.
struct DrawPets: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw-pets",
    abstract: "Draw faces of cats and dogs to train on, so that nothing has to be downloaded.",
    discussion:
      "Writes FOLDER/train/cat, train/dog, valid/cat and valid/dog. The same seed draws the same images.")

  @Argument(help: "A folder that does not exist yet.", completion: .directory)
  var folder: String

  @Option(help: ArgumentHelp("How many images of each species to train on.", valueName: "images"))
  var train = 800

  @Option(help: ArgumentHelp("How many images of each species to validate on.", valueName: "images"))
  var valid = 200

  @Option(help: ArgumentHelp("The side of an image in pixels.", valueName: "pixels"))
  var size = 64

  @Option(help: "The seed of everything random.")
  var seed: UInt64 = 1

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  func validate() throws {
    for (name, value, least) in [("train", train, 1), ("valid", valid, 0)]
    where !(least...1_000_000).contains(value) {
      throw ValidationError("--\(name) is from \(least) to 1000000 images, not \(value)")
    }
    guard PetDrawing.sides.contains(size) else {
      throw ValidationError(
        "--size is from \(PetDrawing.sides.lowerBound) to \(PetDrawing.sides.upperBound) pixels, not \(size)")
    }
    if folder.isEmpty { throw ValidationError("the folder's name is empty") }
  }

  func run() throws {
    let text = ProgressText(isQuiet: quiet)
    try PetDrawing(seed: seed).writeFolder(folder, training: train, validation: valid, size: size) {
      done, total in
      text.redraw("Drawing \(done)/\(total)", isLast: done == total)
    }
    let name = PrintableText.path(folder)
    text.write("Drawn in \(name), of each species: \(train) for training, \(valid) for validation.\n")
    let parts = [("--images", "train", train), ("--validation", "valid", valid)].filter { $0.2 > 0 }
      .map { "\($0.0) \(Shell.quoted("\(folder)/\($0.1)"))" }
    text.write("Train on them: atml-train \(parts.joined(separator: " "))\n")
  }
}
