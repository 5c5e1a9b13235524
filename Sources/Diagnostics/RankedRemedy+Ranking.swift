extension RankedRemedy {
  /// The merit from which a remedy is worth advice of its own.
  private static let leastMerit = 0.0
  /// The mean gain of similar runs from which a remedy is advised that no finding asks for.
  private static let leastGain = 0.0
  /// How many remedies no finding asks for are advised by what they brought similar runs.
  private static let mostUnasked = 2

  /// The remedies of a run, each once, the most promising first.
  ///
  /// Those come first that brought gains when runs of similar signals were retrained, the largest first; then those of
  /// the deciding finding and of the other findings, in the order of their cards. What rather harmed similar runs is
  /// left out. Of a run whose losses left the finite numbers the order of the card stays. A finding of severity `info` gives its first remedy alone. A remedy that names a number which this run
  /// does not have is left out.
  static func ranked(
    for findings: [Finding], decidedBy: Finding?, weighing: Weighing?, in run: MeasuredRun,
    keep: Diagnosis.KeptEpoch?
  ) -> [RankedRemedy] {
    let asked = asked(for: findings, decidedBy: decidedBy, weighing: weighing, in: run, keep: keep)
    guard let weighing, decidedBy?.rule != NonFiniteValues.card.id else { return asked }
    let unasked = Remedy.retrained.compactMap { remedy -> RankedRemedy? in
      guard !asked.contains(where: { $0.remedy.id == remedy.id }),
        let outlook = weighing.outlook(for: remedy), outlook.similar.gain >= leastGain
      else { return nil }
      return RankedRemedy(
        remedy, reason: "", numbers: shared(in: run, keep: keep), rule: nil, outlook: outlook)
    }
    let promising = (asked + unasked.sorted { $0.merit > $1.merit }.prefix(mostUnasked))
      .filter { $0.merit >= leastMerit }
      .sorted { $0.merit > $1.merit }
    // What the deciding finding asks for first leads where it was not tried on the runs of the benchmark.
    let lead = asked.prefix(1).filter { $0.rule == decidedBy?.rule && $0.outlook == nil }
    return lead + promising + asked.dropFirst(lead.count).filter { $0.outlook == nil }
  }

  /// What the remedy is worth by its outlook; below every threshold without one.
  private var merit: Double { outlook?.merit ?? -1 }

  /// The remedies of the findings, each once: first those of the deciding finding, in the order of its card.
  private static func asked(
    for findings: [Finding], decidedBy: Finding?, weighing: Weighing?, in run: MeasuredRun,
    keep: Diagnosis.KeptEpoch?
  ) -> [RankedRemedy] {
    let first = findings.filter { $0.rule == decidedBy?.rule }
    let others = findings.filter { $0.rule != decidedBy?.rule && $0.confidence >= Precedence.leastConfidence }
    let shared = shared(in: run, keep: keep)
    var seen = Set<String>()
    var ranked: [RankedRemedy] = []
    for finding in first + others {
      let own = finding.evidence.measurements
      let known = own + shared.filter { extra in !own.contains { $0.id == extra.id } }
      // Of a finding that costs nothing, the first remedy is enough.
      let limit = finding.severity == .info ? 1 : finding.card.remedies.count
      for prescription in finding.card.remedies.prefix(limit) {
        guard
          let remedy = RankedRemedy(
            prescription.remedy, reason: prescription.reason, numbers: known, rule: finding.rule,
            outlook: weighing?.outlook(for: prescription.remedy)),
          seen.insert(prescription.remedy.id).inserted
        else { continue }
        ranked.append(remedy)
      }
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

  /// A remedy with its texts filled in; `nil` where they name a number that is not known.
  private init?(
    _ remedy: Remedy, reason: String, numbers: [Measurement], rule: String?, outlook: RemedyOutlook?
  ) {
    let names = [remedy.action, reason].flatMap { Phrase.placeholders(in: $0) }
    guard names.allSatisfy({ name in numbers.contains { $0.id == name } }) else { return nil }
    self.init(
      remedy: remedy, action: Phrase(remedy.action, numbers), reason: Phrase(reason, numbers), rule: rule,
      outlook: outlook)
  }
}
