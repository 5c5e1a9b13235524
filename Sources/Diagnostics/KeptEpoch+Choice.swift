extension Diagnosis.KeptEpoch {
  /// Chooses the epoch whose checkpoint to keep.
  ///
  /// The lowest validation loss decides unless its neighbours show that it was luck; of two minima of a
  /// second descent, the later one. Without a validation loss the
  /// validation score decides, then, for a run that diverged, the lowest training loss, else the last
  /// finite epoch. Of losses that never were finite there is no epoch to keep, whatever a score says. Of a curve over the
  /// values of a hyperparameter it is the best value.
  init?(_ run: MeasuredRun, findings: [Finding]) {
    switch run.record.axis {
    case .trainingSize: return nil  // More examples are better: there is nothing to choose.
    case .hyperparameter: self.init(bestValue: run)
    case .epoch, .step, .iteration: self.init(course: run, findings: findings)
    }
  }

  /// The value of a hyperparameter with the best validation loss or score; `nil` without either.
  private init?(bestValue run: MeasuredRun) {
    guard let curve = run.validationLoss ?? run.validationScore else { return nil }
    let isLoss = curve.series.metric.kind == .loss
    let index =
      isLoss
      ? curve.values.lowestIndex
      : ScoredModels(run).flatMap { curve.index(at: $0.judged.position) } ?? curve.values.highestIndex
    guard let index else { return nil }
    self.init(
      epoch: curve.epochs[index], series: curve.series.name, value: curve.values[index],
      reason: Phrase("The validation \(isLoss ? "loss is lowest" : "score is highest") with it."))
  }

  private init?(course run: MeasuredRun, findings: [Finding]) {
    if let curve = run.validationLoss, var index = curve.bestTrustedIndex {
      var text = "Validation loss was lowest"
      let descent = findings.first { $0.condition == .doubleDescent }
      if let second = descent?.evidence[SecondDescent.secondMinimum]?.value,
        let later = curve.index(at: second)
      {
        index = curve.bestLoggedIndex(near: later)
        text = "Validation loss reached its second minimum"
      }
      self.init(curve, at: index, reason: text)
    } else if run.validationLoss == nil, run.trainingLoss?.values.isEmpty != true,
      let curve = run.validationScore, let index = curve.bestTrustedIndex
    {
      self.init(
        curve, at: index,
        reason: "There is no validation loss; the validation score was best")
    } else if let curve = run.trainingLoss, let best = curve.bestIndex {
      let hasDiverged = findings.contains { $0.condition == .divergence }
      self.init(
        epoch: curve.epochs[hasDiverged ? best : curve.count - 1], series: curve.series.name,
        value: curve.values[hasDiverged ? best : curve.count - 1],
        reason: Phrase(
          hasDiverged
            ? """
            Training loss was lowest here, before the run diverged; there is no validation loss to \
            choose by.
            """
            : """
            It is the last epoch with a finite loss; without a validation loss nothing favours an \
            earlier one.
            """
        ))
    } else {
      return nil
    }
  }

  /// The value at an index; where another single value is better, the reason names the median that passed
  /// it over.
  private init(_ curve: MeasuredCurve, at chosen: Int, reason: String) {
    let value = curve.values[chosen]
    let isBest =
      curve.isHigherBetter
      ? curve.values.allSatisfy { $0 <= value } : curve.values.allSatisfy { $0 >= value }
    let width = Measurement("width", "Width of the running median", Double(curve.smoothingWidth), .count)
    self.init(
      epoch: curve.epochs[chosen], series: curve.series.name, value: value,
      reason: isBest
        ? Phrase("\(reason) here.")
        : Phrase(
          "\(reason) here by the median of {width} values, which passes over single better ones.", [width]))
  }
}
