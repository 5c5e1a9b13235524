import RunRecords

extension RunRecord {
  /// Judges the run: examines every rule, resolves contradictions and orders what to do.
  ///
  /// Nothing is random and nothing is read or written: the same record and book give the same diagnosis.
  public func diagnose(with book: RuleBook = .standard) -> Diagnosis {
    let run = MeasuredRun(self)
    // The scorecards know the course of runs.
    let scorecards = axis.isOverModels ? nil : book.scorecards
    let weighing = scorecards.flatMap { Weighing(run, scorecards: $0) }
    // What the signals of a short log say, or of one without the training loss that most of them need, is shown but
    // decides nothing.
    let isWhole = run.length >= Conclusion.leastEpochs && run.trainingLoss?.tail != nil
    let deciding = isWhole ? weighing : nil
    var found: [Finding] = []
    var notAssessed: [Diagnosis.NotAssessed] = []
    for rule in book.rules(for: run) {
      switch rule.examine(run) {
      case .found(let evidence):
        let finding = Finding(card: rule.card, evidence: evidence)
        found.append(deciding.map { finding.weighed(by: $0, in: run) } ?? finding)
      case .notFound: break
      case .notAssessable(let reason):
        let card = rule.card
        notAssessed.append(Diagnosis.NotAssessed(rule: card.id, title: card.title, reason: reason))
      }
    }
    var (standing, setAside) = Precedence.resolve(
      found, isWeighed: deciding != nil, areOfOneRun: !axis.isOverModels)
    let keep = Diagnosis.KeptEpoch(run, findings: standing)
    let conclusion = Conclusion(
      run, standing: standing, weighing: deciding, adjusted: Set(book.adjusted.compactMap(Judgement.init)))
    let contradicted = Precedence.contradicted(by: conclusion.verdict, among: standing)
    standing.removeAll { finding in contradicted.contains { $0.finding.rule == finding.rule } }
    setAside += contradicted
    return Diagnosis(
      run: self, verdict: conclusion.verdict, confidence: conclusion.confidence,
      decidedBy: conclusion.decidedBy, reason: conclusion.reason, findings: standing, setAside: setAside,
      notAssessed: notAssessed, keep: keep,
      remedies: RankedRemedy.ranked(
        for: standing, by: conclusion, weighing: deciding, in: run, keep: keep),
      weighing: weighing, curves: run.curves, chance: run.chance, notes: notes + run.notes)
  }
}
