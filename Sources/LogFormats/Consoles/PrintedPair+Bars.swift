import RunRecords

extension PrintedPair {
  /// The pair as one of a bar.
  func ofBar(isWithinEpoch: Bool) -> PrintedPair {
    let pair = ofBatch
    return PrintedPair(
      heading: pair.heading, value: pair.value, isPercent: pair.isPercent,
      isRunningMean: pair.isRunningMean || isWithinEpoch && pair.heading.metric.isJudged)
  }

  /// The pair as one whose value is a mean over the epoch so far.
  var asRunningMean: PrintedPair {
    PrintedPair(
      heading: heading, value: value, isPercent: isPercent, isRunningMean: heading.metric.isJudged)
  }

  /// The pair as one of the validation data, in a name of its own.
  var ofValidation: PrintedPair {
    guard heading.metric.isJudged else { return self }
    return PrintedPair(
      heading: Heading("val " + heading.name), value: value, isPercent: isPercent,
      isRunningMean: isRunningMean)
  }

  /// The pair as one of a batch, unless its name says how it was taken.
  var ofBatch: PrintedPair {
    guard heading.interval == nil, heading.split != .validation, heading.split != .test,
      heading.metric.isJudged
    else { return self }
    return PrintedPair(
      heading: heading.ofSteps, value: value, isPercent: isPercent, isRunningMean: isRunningMean)
  }
}
