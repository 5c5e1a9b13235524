import RunRecords

extension RunRecord {
  /// Judges the run: examines every rule, resolves contradictions and orders what to do.
  ///
  /// Nothing is random and nothing is read or written: the same record and book give the same diagnosis.
  public func diagnose(with book: RuleBook = .standard) -> Diagnosis {
    let run = MeasuredRun(self)
    var found: [Finding] = []
    var notAssessed: [Diagnosis.NotAssessed] = []
    for (card, outcome) in book.examine(run) {
      switch outcome {
      case .found(let evidence): found.append(Finding(card: card, evidence: evidence))
      case .notFound: break
      case .notAssessable(let reason):
        notAssessed.append(Diagnosis.NotAssessed(rule: card.id, title: card.title, reason: reason))
      }
    }
    let (standing, setAside) = Precedence.resolve(found)
    let keep = Diagnosis.KeptEpoch(run, findings: standing)
    let conclusion = Conclusion(run, standing: standing)
    return Diagnosis(
      run: self, verdict: conclusion.verdict, confidence: conclusion.confidence,
      decidedBy: conclusion.decidedBy, reason: conclusion.reason, findings: standing, setAside: setAside,
      notAssessed: notAssessed, keep: keep,
      remedies: RankedRemedy.ranked(
        for: standing, decidedBy: conclusion.decidedBy, keep: keep, last: run.lastEpoch),
      curves: run.curves, chance: run.chance, notes: notes + run.notes)
  }
}
