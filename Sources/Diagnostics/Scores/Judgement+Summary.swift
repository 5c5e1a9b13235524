extension Judgement {
  /// What it means that the judgement holds, in a sentence.
  public var summary: String {
    switch self {
    case .divergence: "The loss grows beyond that of guessing, or leaves the finite numbers."
    case .notLearning: "The model answers no better than guessing, on the training data too."
    case .noSignal: "The training loss falls, yet nothing that was learned carries over to other data."
    case .instability: "The steps are too large to settle: the losses jump instead of coming to rest."
    case .overfitting: "The loss on new data rises while that on the training data does not."
    case .underfitting: "A larger or freer model would fit both sets better."
    case .stillImproving: "The loss on new data would fall clearly in more epochs."
    case .validationQuality: "The validation loss is not that of new data."
    case .goodFit: "Nothing that a user could change would help much."
    }
  }
}
