import ATMLTrain
import ArgumentParser

/// What the network is trained on.
struct DataOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A folder of images with a folder for each class.", valueName: "folder"),
    completion: .directory)
  var images: String?

  @Option(
    help: ArgumentHelp("A table of numbers; --target names the column to predict.", valueName: "file"),
    completion: .file(extensions: ["csv", "tsv"]))
  var csv: String?

  @Option(
    help: ArgumentHelp("An archive of arrays; --inputs and --targets name two of them.", valueName: "file"),
    completion: .file(extensions: ["npz"]))
  var npz: String?

  @Option(
    help: ArgumentHelp(
      "An array of inputs as an IDX file, such as MNIST's, or .npy; --labels names the targets' file.",
      valueName: "file"), completion: .file())
  var idx: String?

  @Option(
    help: ArgumentHelp(
      "The validation data: a folder or file of the same sort. Without it a share of the training data is kept back.",
      valueName: "path"), completion: .file())
  var validation: String?

  @Option(
    help: ArgumentHelp("The file of targets that belongs to --idx.", valueName: "file"), completion: .file())
  var labels: String?

  @Option(
    help: ArgumentHelp("The file of targets that belongs to --validation, with --idx.", valueName: "file"),
    completion: .file())
  var validationLabels: String?

  @Option(help: ArgumentHelp("The column to predict, with --csv.", valueName: "column"))
  var target: String?

  @Option(help: ArgumentHelp("The name of the array of inputs, with --npz.", valueName: "name"))
  var inputs = "x"

  @Option(help: ArgumentHelp("The name of the array of targets, with --npz.", valueName: "name"))
  var targets = "y"

  @Flag(help: "Predict values, by the mean squared error; otherwise targets are classes.")
  var regression = false

  @Option(
    help: ArgumentHelp(
      "The share of each class that is kept back for validation, without --validation.",
      valueName: "share"))
  var validationShare = 0.2

  @Option(help: ArgumentHelp("The side that images are brought to, in pixels.", valueName: "pixels"))
  var size = 32

  @Flag(help: "Read images without colours.")
  var gray = false

  func validate() throws {
    guard (1...1024).contains(size) else {
      throw ValidationError("--size is from 1 to 1024 pixels, not \(size)")
    }
    guard validationShare > 0, validationShare < 1 else {
      throw ValidationError("--validation-share lies between 0 and 1, not at \(validationShare)")
    }
  }

  /// Checks what one option alone cannot tell.
  func checkTogether() throws {
    let sources = [images, csv, npz, idx].compactMap { $0 }
    guard !sources.isEmpty else {
      throw ValidationError("no data to train on; name --images, --csv, --npz or --idx, as in --help")
    }
    guard sources.count == 1 else { throw ValidationError("name one of --images, --csv, --npz and --idx") }
    if csv != nil, target == nil { throw ValidationError("--csv needs --target, the column to predict") }
    if idx != nil, labels == nil { throw ValidationError("--idx needs --labels, the file of targets") }
    if idx != nil, (validation == nil) != (validationLabels == nil) {
      throw ValidationError("--validation and --validation-labels belong together, with --idx")
    }
    if images != nil, regression {
      throw ValidationError("--images has classes; --regression does not go with it")
    }
  }

  /// The files that are read; a folder of images is none of them.
  var files: [OutputFiles.Named] {
    let files = [
      ("--csv", csv), ("--npz", npz), ("--idx", idx), ("--labels", labels), ("--validation", validation),
      ("--validation-labels", validationLabels),
    ]
    return files.compactMap { option, path in path.map { (option, $0) } }
  }

  var kind: TargetKind { regression ? .values : .classes }
}
