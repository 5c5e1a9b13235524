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

  @Option(
    help: ArgumentHelp(
      "The column to predict, with --csv: its name, or its number from 1 where the first line holds no names.",
      valueName: "column"))
  var target: String?

  @Option(
    help: ArgumentHelp(
      "Columns to leave out, such as an identifier, separated by commas, with --csv.", valueName: "columns"))
  var ignore: NameList?

  @Option(help: ArgumentHelp("The name of the array of inputs, with --npz; x by default.", valueName: "name"))
  var inputs: String?

  @Option(
    help: ArgumentHelp("The name of the array of targets, with --npz; y by default.", valueName: "name"))
  var targets: String?

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: "Predict values, by the mean squared error; otherwise targets are classes.")
  var regression = false

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: ArgumentHelp(
      "Bring each input, and with --regression each value to predict, to mean 0 and deviation 1, as measured on the "
        + "training data; by default with --csv. The network does it, so that saved weights hold both numbers."
    ))
  var standardize: Bool?

  @Option(
    help: ArgumentHelp(
      "The share of each class that is kept back for validation, without --validation; 0.2 by default.",
      valueName: "share"))
  var validationShare: Double?

  @Option(
    help: ArgumentHelp(
      "The side that images are brought to, in pixels, with --images; 32 by default.", valueName: "pixels"))
  var size: Int?

  @Flag(inversion: .prefixedNo, exclusivity: .chooseLast, help: "Read images without colours, with --images.")
  var gray = false

  static let usualSize = 32
  static let usualShare = 0.2
  static let usualInputs = "x"
  static let usualTargets = "y"

  func validate() throws {
    if let size, !(1...1024).contains(size) {
      throw ValidationError("--size is from 1 to 1024 pixels, not \(size)")
    }
    if let share = validationShare, !(share > 0 && share < 1) {
      throw ValidationError("--validation-share lies between 0 and 1, not at \(share)")
    }
  }

  /// Checks what one option alone cannot tell.
  func checkTogether() throws {
    let sources = [("--images", images), ("--csv", csv), ("--npz", npz), ("--idx", idx)].filter {
      $0.1 != nil
    }
    guard let source = sources.first?.0 else {
      throw ValidationError("no data to train on; name --images, --csv, --npz or --idx, as in --help")
    }
    guard sources.count == 1 else {
      throw ValidationError("one sort of data at a time, not \(sources.map(\.0).joined(separator: " and "))")
    }
    for (option, isGiven, owners) in [
      ("--target", target != nil, ["--csv"]), ("--ignore", ignore != nil, ["--csv"]),
      ("--inputs", inputs != nil, ["--npz"]), ("--targets", targets != nil, ["--npz"]),
      ("--labels", labels != nil, ["--idx"]), ("--validation-labels", validationLabels != nil, ["--idx"]),
      ("--size", size != nil, ["--images"]), ("--gray", gray, ["--images"]),
      ("--regression", regression, ["--csv", "--npz", "--idx"]),
      ("--standardize", standardize != nil, ["--csv", "--npz", "--idx"]),
    ] where isGiven && !owners.contains(source) {
      throw ValidationError("\(option) goes with \(owners.joined(separator: ", ")), not with \(source)")
    }
    if csv != nil, target == nil { throw ValidationError("--csv needs --target, the column to predict") }
    if let target, ignore?.names.contains(target) == true {
      throw ValidationError("--ignore leaves \(target) out, which --target names as the column to predict")
    }
    if idx != nil, labels == nil { throw ValidationError("--idx needs --labels, the file of targets") }
    if idx != nil, (validation == nil) != (validationLabels == nil) {
      throw ValidationError("--validation and --validation-labels belong together, with --idx")
    }
    if validation != nil, validationShare != nil {
      throw ValidationError("--validation-share is for data without --validation")
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

  /// Whether inputs, and values to predict, are standardised.
  var standardizes: Bool { standardize ?? (csv != nil) }
}
