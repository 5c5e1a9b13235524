import ATMLDiagnose
import ArgumentParser

/// Columns named by hand, and facts that the log lacks.
struct InputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The column of the training loss.", valueName: "column"))
  var train: String?

  @Option(help: ArgumentHelp("The column of the validation loss.", valueName: "column"))
  var val: String?

  @Option(help: ArgumentHelp("The metric to judge beside the loss.", valueName: "column"))
  var metric: String?

  @Option(help: ArgumentHelp("The number of classes; it gives the chance level.", valueName: "number"))
  var classes: Int?

  @Option(
    help: ArgumentHelp(
      "The validation loss of the best answer that looks at no input: the entropy of the class shares in nats for a "
        + "cross-entropy, the variance of the targets for a mean squared error.", valueName: "loss"))
  var guessingLoss: Double?

  @Option(help: ArgumentHelp("The batch size.", valueName: "number"))
  var batch: Int?

  @Option(help: ArgumentHelp("The number of training samples.", valueName: "number"))
  var trainSize: Int?

  @Option(
    help: ArgumentHelp(
      "The number of validation samples; it gives the noise of an accuracy.", valueName: "number"))
  var valSize: Int?

  @Option(
    help: ArgumentHelp(
      "How the training loss was taken: running, a mean over the epoch's batches while the weights changed, or "
        + "evaluation, after the epoch.", valueName: "how"))
  var lossMode: RunFacts.TrainingLossMode?

  func validate() throws {
    func check(_ value: Int?, _ name: String, least: Int) throws {
      if let value, value < least {
        throw ValidationError("--\(name) \(value): expected a number from \(least)")
      }
    }
    try check(classes, "classes", least: 2)
    try check(batch, "batch", least: 1)
    try check(trainSize, "train-size", least: 1)
    try check(valSize, "val-size", least: 1)
    if let guessingLoss, !(guessingLoss > 0 && guessingLoss.isFinite) {
      throw ValidationError("--guessing-loss \(guessingLoss): expected a number above 0")
    }
    for (name, column) in [("train", train), ("val", val), ("metric", metric)] where column?.isEmpty == true {
      throw ValidationError("--\(name): the name of the column is empty")
    }
    if let train, train == val {
      throw ValidationError("--train and --val name the same column, \(train); expected two")
    }
  }

  var readingOptions: ReadingOptions {
    ReadingOptions(
      training: train, validation: val, metric: metric,
      facts: RunFacts(
        classCount: classes, batchSize: batch, trainingSize: trainSize, validationSize: valSize,
        trainingLossMode: lossMode, guessingLoss: guessingLoss))
  }
}

extension RunFacts.TrainingLossMode: ExpressibleByArgument {}
