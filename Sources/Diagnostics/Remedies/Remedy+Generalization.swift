/// What helps a model that learns its training data better than anything else.
extension Remedy {
  public static let keepBestEpoch = Remedy(
    id: "keep-best-epoch", action: "Use the checkpoint of epoch {keep} instead of the last one",
    effect: "Undoes the rise of the validation loss at no cost.", citation: .prechelt1998)
  public static let stopEarly = Remedy(
    id: "stop-early",
    action:
      "Stop training after {patience} epochs without a lower validation loss, and restore the best weights",
    effect: "Saves the epochs after the best one and keeps the best weights by itself.",
    citation: .prechelt1998)
  public static let stopEarlyByScore = Remedy(
    id: "stop-early-by-score",
    action:
      "Stop training after {patience} epochs without a better validation score, and restore the best weights",
    effect: "Saves the epochs after the best one and keeps the best weights by itself.",
    citation: .prechelt1998)
  public static let moreData = Remedy(
    id: "more-data",
    action: "Double the training data with examples that resemble those of use, or augment what there is",
    effect: "Lowers the gap between training and validation at its root; the larger the gap, the more.",
    citation: .karpathy2019)
  public static let augmentData = Remedy(
    id: "augment-data", action: "Augment the training data with changes that keep the label",
    effect: "Acts as more data and delays the onset of overfitting.", citation: .shorten2019)
  public static let pretrainedModel = Remedy(
    id: "pretrained-model", action: "Start from a model that was pretrained on similar data",
    effect: "Needs fewer examples for the same validation loss.", citation: .yosinski2014)
  public static let addDropout = Remedy(
    id: "add-dropout", action: "Add dropout (0.2 to 0.5) before the widest layers, or raise it",
    effect: "Lowers the gap; training loss will be higher.", citation: .srivastava2014)
  public static let addWeightDecay = Remedy(
    id: "add-weight-decay",
    action: "Raise the weight decay tenfold, and search around it on a logarithmic scale",
    effect: "Lowers the gap; tune the learning rate with it.", citation: .loshchilov2019)
  public static let labelSmoothing = Remedy(
    id: "label-smoothing", action: "Smooth the labels by 0.1",
    effect: "Keeps the model from ever more extreme probabilities.", citation: .szegedy2016)
  public static let smallerModel = Remedy(
    id: "smaller-model", action: "Try a model of a quarter of the width, after the other remedies",
    effect: "Limits what can be memorised; may cost accuracy.", citation: .goodfellow2016)
  public static let selectByScore = Remedy(
    id: "select-by-score",
    action: "Choose the checkpoint by the metric that matters in use instead of the loss",
    effect: "Keeps the gain in the score that the rising loss hides.", citation: .guo2017)
  public static let temperatureScaling = Remedy(
    id: "temperature-scaling", action: "Fit one temperature to the logits on the validation set",
    effect: "Lowers the validation loss without changing a single prediction.", citation: .guo2017)
  public static let compareSplits = Remedy(
    id: "compare-splits",
    action: "Compare preprocessing, class shares and feature ranges of the training and validation sets",
    effect: "Removes a gap that comes from the data rather than the model.", citation: .google2024)
  public static let trainPastPeak = Remedy(
    id: "train-past-peak",
    action: "Do not stop at the first minimum; train on past epoch {last} while the loss falls",
    effect: "Reaches the second, lower minimum.", citation: .nakkiran2020)
  public static let checkLabels = Remedy(
    id: "check-labels", action: "Inspect the 100 training examples with the highest loss for wrong labels",
    effect: "Fewer wrong labels lower the peak between the two minima.", citation: .nakkiran2020)
}
