/// What helps a model that has not learned enough, or a curve or log that cannot tell.
extension Remedy {
  public static let trainLonger = Remedy(
    id: "train-longer", action: "Train about {more} more epochs",
    effect: "Lowers the validation loss by what the curve still promises.", citation: .domhan2015)
  public static let largerModel = Remedy(
    id: "larger-model", action: "Double the width of the model, or add a layer",
    effect: "Lets the training loss fall below its present floor.", citation: .goodfellow2016)
  public static let reduceRegularization = Remedy(
    id: "reduce-regularization", action: "Halve dropout and weight decay, or take them out for one run",
    effect: "Lowers both losses if regularisation was what held them up.", citation: .goodfellow2016)
  public static let betterFeatures = Remedy(
    id: "better-features",
    action: "Scale the inputs to zero mean and unit variance, and add informative features",
    effect: "Gives the model what it needs to tell the cases apart.", citation: .bengio2012)
  public static let otherModel = Remedy(
    id: "other-model", action: "Give the model more freedom: fewer constraints, or another kind of model",
    effect: "Lets the training score rise above its present level.", citation: .goodfellow2016)
  public static let stopAtPlateau = Remedy(
    id: "stop-at-plateau", action: "Stop at about epoch {start} in the next run of this kind",
    effect: "Saves the epochs that changed nothing.", citation: .prechelt1998)
  public static let extendRange = Remedy(
    id: "extend-range", action: "Try values beyond {at}, in steps like those so far",
    effect: "Shows where the validation curve turns, and whether it does.", citation: .bengio2012)
  public static let refineSearch = Remedy(
    id: "refine-search", action: "Try more values between the neighbours of the best one",
    effect: "Finds the best value more exactly, where that is worth the time.", citation: .bengio2012)
  public static let enlargeValidation = Remedy(
    id: "enlarge-validation",
    action: "Use about {times} times as many validation samples, or k-fold cross-validation",
    effect: "The noise falls with the square root of the number of samples.", citation: .kohavi1995)
  public static let smoothBeforeStopping = Remedy(
    id: "smooth-before-stopping",
    action: "Choose the epoch by the median of 5 neighbouring values instead of a single one",
    effect: "Keeps a lucky epoch from being taken for the best one.", citation: .prechelt1998)
  public static let evaluateTraining = Remedy(
    id: "evaluate-training",
    action: "Measure the training loss once in evaluation mode, without dropout or augmentation",
    effect: "Makes the two losses comparable.", citation: .karpathy2019)
  public static let checkLeakage = Remedy(
    id: "check-leakage", action: "Look for training samples, or near copies of them, in the validation set",
    effect: "Makes the validation loss honest again.", citation: .kaufman2012)
  public static let holdOutValidation = Remedy(
    id: "hold-out-validation",
    action: "Hold out a tenth to a fifth of the training data, and log its loss every epoch",
    effect: "Shows overfitting, and which epoch to keep.", citation: .goodfellow2016)
  public static let logMoreEpochs = Remedy(
    id: "log-more-epochs", action: "Train for at least {needed} epochs, or log several times in each",
    effect: "Lets the next run be judged on complete curves.", citation: .karpathy2019)
  public static let logEveryEpoch = Remedy(
    id: "log-every-epoch",
    action: "Write one row per epoch with training and validation loss, and one file per run",
    effect: "Lets the next run be judged on complete curves.", citation: .karpathy2019)
}
