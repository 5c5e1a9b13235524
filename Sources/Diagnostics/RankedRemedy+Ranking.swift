extension RankedRemedy {
  /// The merit from which a remedy is worth advice of its own, and the first of several may be given.
  private static let leastMerit = 0.0
  /// By how much more merit another remedy goes before the first one of the deciding finding.
  private static let leastLead = 0.5
  /// How much gain outweighs certain harm in what stands behind a first remedy that is safer.
  private static let laterHarmWeight = 0.3
  /// The share of similar runs that a remedy has to have helped.
  private static let leastHelped = 0.3
  /// What helped some runs like one that overfits, but reads as if the verdict were another.
  private static let feedsOverfitting: Set<Remedy> = [.trainLonger, .largerModel]
  /// How many remedies no finding asks for are advised by what they brought similar runs.
  private static let mostUnasked = 2

  /// The remedies of a run, each once, the most promising first.
  ///
  /// Those come first that brought gains when runs of similar signals were retrained, the largest first, except that what
  /// the deciding finding asks for first leads unless another brought far more; then those that were not tried, of the
  /// deciding finding and of the other findings, in the order of their cards. What rather harmed similar runs, or
  /// helped few of them, is left out, and so is what would undo one before it. Of a run whose losses left the finite numbers the order of the card stays.
  /// A finding of severity `info` gives its first remedy alone. A remedy that names a number which this run does not have
  /// is left out. A run that is still improving is advised to train longer wherever that helped similar runs.
  static func ranked(
    for findings: [Finding], by conclusion: Conclusion, weighing: Weighing?, in run: MeasuredRun,
    keep: Diagnosis.KeptEpoch?
  ) -> [RankedRemedy] {
    let decidedBy = conclusion.decidedBy?.rule
    let shared = shared(in: run, keep: keep)
    let isNetwork = run.record.mayBeOfNetwork
    // What retraining brought was measured on losses that are numbers.
    let weighing = decidedBy == NonFiniteValues.card.id ? nil : weighing
    let asked = asked(for: findings, decidedBy: decidedBy, weighing: weighing, shared, isNetwork: isNetwork)
    guard let weighing else { return asked.withoutOpposites() }
    var all = asked + unasked(besides: asked, weighing, shared, isNetwork: isNetwork)
    let more = weighing.outlook(for: .trainLonger)
    let isUnfinished =
      conclusion.verdict == .stillImproving && areKnown(Remedy.trainLonger.names, in: shared)
      && more.map(isPromising) ?? true
    if isUnfinished, !all.contains(where: { $0.remedy.id == Remedy.trainLonger.id }) {
      all.append(unasked(.trainLonger, more, shared))
    }
    let answer =
      isUnfinished
      ? Remedy.trainLonger.id : asked.first.flatMap { $0.rule == decidedBy ? $0.remedy.id : nil }
    // What the deciding finding asks for first leads where it was not tried on the runs of the benchmark.
    let lead = asked.prefix(1).filter { $0.rule == decidedBy && $0.outlook == nil }
    let untried = asked.dropFirst(lead.count).filter { $0.outlook == nil }
    let ranked = lead + promising(among: all, for: conclusion, answer: answer) + untried
    return ranked.isEmpty ? lastResort(for: conclusion.verdict, shared) : ranked.withoutOpposites()
  }

  /// The remedies that helped similar runs, the most promising first.
  ///
  /// - Parameter answer: The remedy that goes before what is not far more promising: a page that says 'train longer' and
  ///   begins with something else is hard to follow.
  private static func promising(
    among remedies: [RankedRemedy], for conclusion: Conclusion, answer: String?
  ) -> [RankedRemedy] {
    func place(_ remedy: RankedRemedy) -> Double {
      remedy.merit + (remedy.remedy.id == answer ? leastLead : 0)
    }
    let promising = remedies.filter { remedy in
      if conclusion.verdict == .overfitting, remedy.rule == nil, feedsOverfitting.contains(remedy.remedy) {
        return false
      }
      return remedy.outlook.map(isPromising) ?? false
    }
    .sorted { place($0) > place($1) }
    guard promising.allSatisfy({ $0.merit < leastMerit }) else { return promising }
    // Where nothing is safe enough to lead, what the deciding finding asks for does, if it helped similar runs.
    return promising.filter { $0.rule == conclusion.decidedBy?.rule || $0.remedy.id == answer }
  }

  /// What to do where nothing helped similar runs enough: what costs nothing, and what they were not retrained with.
  private static func lastResort(for verdict: Verdict, _ shared: [Measurement]) -> [RankedRemedy] {
    let prescriptions: [Prescription] =
      switch verdict {
      case .overfitting:
        [
          // The page says to keep an epoch before the last one.
          Remedy.keepBestEpoch.because("It costs nothing, but changed the test loss of similar runs little."),
          Remedy.moreData.because("Of what else helps against overfitting, nothing did in similar runs."),
        ]
      case .underfitting:
        [Remedy.betterFeatures.because("Neither a larger model nor more epochs helped similar runs.")]
      case .stillImproving:
        [Remedy.sweepLearningRate.because("More epochs at the same rate helped few of the similar runs.")]
      case .unstable:
        [Remedy.decayLearningRate.because("Smaller steps towards the end let a loss settle.")]
      case .notLearning, .noSignal:
        [Remedy.checkPipeline.because("Nothing that can be set helped similar runs.")]
      case .goodFit, .diverged, .unreliableValidation, .inconclusive: []
      }
    return prescriptions.filter { areKnown($0.names, in: shared) }.map { prescription in
      RankedRemedy(
        remedy: prescription.remedy, action: Phrase(prescription.remedy.action, shared),
        reason: Phrase(prescription.reason, shared), rule: nil)
    }
  }

  /// The remedies that brought similar runs the most, of those that no finding asks for.
  private static func unasked(
    besides asked: [RankedRemedy], _ weighing: Weighing, _ shared: [Measurement], isNetwork: Bool
  ) -> [RankedRemedy] {
    let remedies = Remedy.retrained
    let candidates = remedies.indices.compactMap { index -> (index: Int, outlook: RemedyOutlook)? in
      guard let outlook = weighing.outlook(forRetrained: index), isPromising(outlook),
        outlook.merit >= leastMerit,
        areKnown(remedies[index].names, in: shared), isNetwork || !remedies[index].isOfNetworks,
        !asked.contains(where: { $0.remedy.id == remedies[index].id })
      else { return nil }
      return (index, outlook)
    }
    return candidates.sorted { $0.outlook.merit > $1.outlook.merit }.prefix(mostUnasked).map {
      unasked(remedies[$0.index], $0.outlook, shared)
    }
  }

  /// A remedy that no finding asks for.
  private static func unasked(
    _ remedy: Remedy, _ outlook: RemedyOutlook?, _ shared: [Measurement]
  ) -> RankedRemedy {
    RankedRemedy(
      remedy: remedy, action: Phrase(remedy.action, shared), reason: Phrase("", shared), rule: nil,
      outlook: outlook)
  }

  /// Whether a remedy helped enough of the similar runs, and more than it harmed.
  private static func isPromising(_ outlook: RemedyOutlook) -> Bool {
    outlook.expectedGain >= laterHarmWeight * outlook.harm && outlook.similar.better >= leastHelped
      && outlook.similar.better > outlook.similar.worse
  }

  /// What the remedy is worth by its outlook; below every threshold without one.
  private var merit: Double { outlook?.merit ?? -1 }

  /// The remedies of the findings, each once: first those of the deciding finding, in the order of its card.
  private static func asked(
    for findings: [Finding], decidedBy: String?, weighing: Weighing?, _ shared: [Measurement],
    isNetwork: Bool
  ) -> [RankedRemedy] {
    var ranked: [RankedRemedy] = []
    func take(_ finding: Finding) {
      let own = finding.evidence.measurements
      let known = own + shared.filter { extra in !own.contains { $0.id == extra.id } }
      // Of a finding that costs nothing, the first remedy is enough.
      let limit = finding.severity == .info ? 1 : finding.card.remedies.count
      for prescription in finding.card.remedies.prefix(limit) {
        let remedy = prescription.remedy
        guard areKnown(prescription.names, in: known), isNetwork || !remedy.isOfNetworks,
          !ranked.contains(where: { $0.remedy.id == remedy.id })
        else { continue }
        ranked.append(
          RankedRemedy(
            remedy: remedy, action: Phrase(remedy.action, known), reason: Phrase(prescription.reason, known),
            rule: finding.rule, outlook: weighing?.outlook(for: remedy)))
      }
    }
    for finding in findings where finding.rule == decidedBy { take(finding) }
    for finding in findings
    where finding.rule != decidedBy && finding.confidence >= Precedence.leastConfidence {
      take(finding)
    }
    return ranked
  }

  /// The numbers that every remedy may name.
  private static func shared(in run: MeasuredRun, keep: Diagnosis.KeptEpoch?) -> [Measurement] {
    var shared: [Measurement] = []
    // The last epoch is kept anyway.
    if let keep, run.lastEpoch.map({ keep.epoch < $0 }) ?? true {
      shared.append(Measurement("keep", "Epoch to keep", keep.epoch, .epoch))
    }
    if let last = run.lastEpoch {
      shared.append(Measurement("last", "Last epoch", last, .epoch))
      if let first = run.validationLoss?.epochs.first {
        // As many as the retrained runs had: three times the epochs.
        shared.append(Measurement("more", "More epochs", 2 * (last - first + 1), .epochs))
      }
    }
    return shared
  }

  /// Whether every number that a text names is known.
  private static func areKnown(_ names: [String], in numbers: [Measurement]) -> Bool {
    names.allSatisfy { name in numbers.contains { $0.id == name } }
  }
}
