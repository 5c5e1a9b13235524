import RunRecords

/// A training loss without another name beside the one loss of the validation data, which has one, such as
/// `loss/train/total` beside `metrics/eval/CrossEntropy` of Composer.
enum SoleLosses {
  /// What a loss without another name often is; an error such as the mean squared one is measured beside others, too.
  private static let functions: Set<String> = ["cross-entropy", "log loss", "negative log-likelihood"]

  /// How much larger the one may be at the beginning for both to be of one function.
  private static let largestRatio = 2.0

  /// Whether both are one function by name and by their size at the beginning, before a run overfits.
  static func belongTogether(_ training: DraftSeries, _ validation: DraftSeries) -> Bool {
    let heading = validation.heading
    let name = heading.metric.name
    let isFunction = functions.contains { name == $0 || name.hasSuffix(" " + $0) }
    guard training.key == Metric.loss.name, !heading.component.isEmpty || isFunction,
      let start = zip(validation.epochs, validation.values).first(where: { $0.1.isFinite }),
      let near = zip(training.epochs, training.values).filter({ $0.1.isFinite })
        .min(by: { abs($0.0 - start.0) < abs($1.0 - start.0) })
    else { return false }
    return near.1 > 0 && start.1 > 0 && max(near.1, start.1) <= largestRatio * min(near.1, start.1)
  }
}
