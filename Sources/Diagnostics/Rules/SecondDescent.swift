/// Validation loss falls, rises, and falls again while training loss falls all along.
public struct SecondDescent: Rule {
  public static let card = RuleCard(
    id: "second-descent", title: "Validation loss falls a second time", condition: .doubleDescent,
    statement:
      """
      Validation loss rose from {firstLow} to {peak} at epoch {onset} and has fallen to {secondLow} since; the \
      peak stands {prominence} above the higher of the two minima.
      """,
    rationale: """
      Large models trained on noisy labels can overfit at first and get better again when trained on: the \
      validation error peaks where the model just manages to fit all training labels. Stopping at the \
      first minimum would miss the second. The peak has to stand above both minima by the tolerance and \
      three times the noise, the second minimum must not lie above the first by more than the noise, and \
      training loss must not peak along.
      """,
    citations: [.nakkiran2020, .belkin2019],
    remedies: [
      Remedy.trainPastPeak.because(
        "The second minimum ({secondLow}) is no worse than the first ({firstLow})."),
      Remedy.checkLabels.because("The peak of {prominence} is highest where labels are wrong."),
      Remedy.addWeightDecay.because("The right amount of regularisation flattens the peak."),
    ],
    fires: [
      RuleExample(
        "two minima", training: .falling(from: 2.3, to: 0.01, over: 90, pace: 20),
        validation: [Double].falling(from: 2.3, to: 1, over: 90, pace: 4)
          .turning(after: 20, to: 2.4).prefix(45) + .falling(from: 1.45, to: 0.8, over: 45, pace: 12),
        onset: 45)
    ],
    staysSilent: [
      RuleExample(
        "one minimum", training: .falling(from: 2.3, to: 0.1, over: 40, pace: 8),
        validation: .falling(from: 2.3, to: 0.6, over: 40, pace: 4).turning(after: 15, to: 1.1)),
      RuleExample(
        "falls all along", training: .falling(from: 2.3, to: 0.1, over: 40),
        validation: .falling(from: 2.3, to: 0.3, over: 40)),
      RuleExample(
        "training peaks along",
        training: [Double].falling(from: 2.3, to: 0.5, over: 30, pace: 4)
          + .falling(from: 2, to: 0.2, over: 40),
        validation: [Double].falling(from: 2.3, to: 0.6, over: 30, pace: 4)
          + .falling(from: 2.1, to: 0.4, over: 40)),
    ])

  public static let parameters = [
    RuleParameter<Self>(
      "prominence", \.prominence, in: 0...10, "Relative height of the peak above both minima."),
    RuleParameter<Self>(
      "lasting", \.lasting, in: 0...1, "Share of the run that lies on either side of the peak."),
  ]
  public var prominence = 0.08
  public var lasting = 0.1

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    guard let curve = run.validationLoss, curve.tail != nil else {
      return .notAssessable("no validation loss")
    }
    guard let training = run.trainingLoss, training.tail != nil else {
      return .notAssessable("no training loss")
    }
    guard curve.count >= 20, let peak = highestInnerPeak(of: curve.smoothed) else { return .notFound }
    let firstLow = curve.smoothed[peak.before]
    let secondLow = curve.smoothed[peak.after]
    let height = curve.smoothed[peak.top] - max(firstLow, secondLow)
    let share = curve.share(height, of: max(firstLow, secondLow))
    let noise = curve.noiseShare(of: max(firstLow, secondLow))
    let margin = Int(lasting * Double(curve.count))
    guard share > max(prominence, 3 * noise),
      curve.share(secondLow - firstLow, of: firstLow) <= max(noise, 0.01),
      peak.top - peak.before >= margin / 2, peak.after - peak.top >= margin / 2, peak.top >= margin,
      let trainingLow = training.smoothedValue(at: curve.epochs[peak.before]),
      let trainingTop = training.smoothedValue(at: curve.epochs[peak.top]),
      trainingTop <= trainingLow * 1.02
    else { return .notFound }
    let half = curve.smoothingWidth / 2
    let around = max(0, peak.top - half)...min(curve.count - 1, peak.top + half)
    let top = around.max { curve.values[$0] < curve.values[$1] } ?? peak.top
    let epoch = curve.epochs[top]
    return .found(
      Evidence(
        effect: min(share, 1), severity: .info,
        confidence: run.confidence(of: share, over: max(prominence, 3 * noise), error: noise),
        onset: Onset(epoch: epoch, interval: curve.epochs[peak.before]...curve.epochs[peak.after]),
        span: curve.epochs[peak.before]...curve.epochs[peak.after],
        measurements: [
          Measurement("peak", "Validation loss at the peak", curve.smoothed[peak.top], .loss),
          Measurement("onset", "Epoch of the peak", epoch, .epoch),
          Measurement(
            "prominence", "Height of the peak above the minima", share, .share,
            .above(max(prominence, 3 * noise))),
          Measurement("firstLow", "First minimum", firstLow, .loss),
          Measurement("secondLow", "Second minimum", secondLow, .loss),
          Measurement(Self.secondMinimum, "Epoch of the second minimum", curve.epochs[peak.after], .epoch),
        ]))
  }

  /// The name of the epoch of the second minimum among the measurements.
  static let secondMinimum = "second"

  private struct Peak {
    let before: Int
    let top: Int
    let after: Int
  }

  /// The inner point that stands highest above the lower of the lowest points before and after it.
  private func highestInnerPeak(of values: [Double]) -> Peak? {
    var lowestAfter = values.indices.map { $0 }
    for index in values.indices.dropLast().reversed() {
      lowestAfter[index] = values[index] < values[lowestAfter[index + 1]] ? index : lowestAfter[index + 1]
    }
    var before = 0
    var best: Peak?
    var bestHeight = 0.0
    for index in values.indices {
      if values[index] < values[before] { before = index }
      let height = values[index] - max(values[before], values[lowestAfter[index]])
      if height > bestHeight {
        best = Peak(before: before, top: index, after: lowestAfter[index])
        bestHeight = height
      }
    }
    return best
  }
}
