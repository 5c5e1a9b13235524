/// What helps a run whose training loss does not fall as it should.
extension Remedy {
  public static let lowerLearningRate = Remedy(
    id: "lower-learning-rate", action: "Divide the learning rate by 3, and by 10 if that is not enough",
    effect: "Smooths the curves and usually lets them reach a lower level.", citation: .bengio2012)
  public static let divideLearningRate = Remedy(
    id: "lower-learning-rate", action: "Divide the learning rate by 10",
    effect: "Brings the steps back to a size that the loss can bear.", citation: .bengio2012)
  public static let sweepLearningRate = Remedy(
    id: "sweep-learning-rate",
    action: "Try learning rates in factors of 10, both above and below the present one",
    effect: "Finds whether the steps are too small to move or too large to settle.", citation: .smith2017)
  public static let raiseLearningRate = Remedy(
    id: "raise-learning-rate",
    action: "Raise the learning rate by a factor of 3, with a decay towards the end",
    effect: "Covers the same ground in fewer epochs.", citation: .smith2017)
  public static let decayLearningRate = Remedy(
    id: "decay-learning-rate", action: "Decay the learning rate over the run, to a hundredth at the end",
    effect: "Takes the noise of large steps out of the last epochs.", citation: .godbole2023)
  public static let clipGradients = Remedy(
    id: "clip-gradients", action: "Clip the norm of the gradient at 1",
    effect: "Keeps a single bad batch from throwing the weights far away.", citation: .pascanu2013)
  public static let warmUp = Remedy(
    id: "warm-up", action: "Warm the learning rate up over the first tenth of the run",
    effect: "Avoids the large steps on untrained weights.", citation: .goyal2017)
  public static let largerBatch = Remedy(
    id: "larger-batch", action: "Use a batch four times as large, or accumulate gradients over four batches",
    effect: "Halves the noise of the gradient.", citation: .godbole2023)
  public static let averageWeights = Remedy(
    id: "average-weights", action: "Average the weights of the last 5 to 10 epochs",
    effect: "Takes the scatter of single epochs out of the model that is kept.", citation: .izmailov2018)
  public static let checkInputs = Remedy(
    id: "check-inputs", action: "Look for missing, infinite or unscaled values in the inputs and targets",
    effect: "Finds the most frequent source of an infinite loss.", citation: .google2024)
  public static let checkPrecision = Remedy(
    id: "check-precision",
    action: "Guard logarithms and divisions against zero, and scale the loss under half precision",
    effect: "Removes overflow and 0/0 that do not come from the step size.", citation: .micikevicius2018)
  public static let inspectBatches = Remedy(
    id: "inspect-batches",
    action: "Look at the batches of epoch {highest}, and skip the broken ones on a rerun",
    effect: "Tells bad examples from steps that are too large.", citation: .chowdhery2022)
  public static let balanceClasses = Remedy(
    id: "balance-classes",
    action: "Count the classes, weight them by the inverse of their shares, and log a score for each",
    effect: "Makes the rare classes cost something, and shows whether they are ever recognised.",
    citation: .he2009)
  public static let overfitOneBatch = Remedy(
    id: "overfit-one-batch", action: "Train on a single batch until its loss is near zero",
    effect: "If that fails, the fault is in the code or the data, not in the settings.",
    citation: .karpathy2019)
  public static let checkPipeline = Remedy(
    id: "check-pipeline",
    action:
      "Check that labels match inputs, that no layer is frozen, and that the loss fits the last activation",
    effect: "Finds the mistakes that keep a correct optimiser from learning.", citation: .karpathy2019)
}
