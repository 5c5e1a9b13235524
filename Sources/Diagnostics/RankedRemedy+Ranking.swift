extension RankedRemedy {
  /// The remedies of the findings, each once: first those of the deciding finding, in the order of its
  /// card.
  ///
  /// A finding of severity `info` gives its first remedy alone. A remedy that names a number which this
  /// run does not have is left out.
  static func ranked(
    for findings: [Finding], decidedBy: Finding?, keep: Diagnosis.KeptEpoch?, last: Double?
  ) -> [RankedRemedy] {
    let first = findings.filter { $0.rule == decidedBy?.rule }
    let others = findings.filter { $0.rule != decidedBy?.rule && $0.confidence >= Precedence.leastConfidence }
    var shared: [Measurement] = []
    if let keep { shared.append(Measurement("keep", "Epoch to keep", keep.epoch, .epoch)) }
    if let last { shared.append(Measurement("last", "Last epoch", last, .epoch)) }
    var seen = Set<String>()
    var ranked: [RankedRemedy] = []
    for finding in first + others {
      let own = finding.evidence.measurements
      let known = own + shared.filter { extra in !own.contains { $0.id == extra.id } }
      // Of a finding that costs nothing, the first remedy is enough.
      let limit = finding.severity == .info ? 1 : finding.card.remedies.count
      for prescription in finding.card.remedies.prefix(limit) {
        let texts = [prescription.remedy.action, prescription.reason]
        let names = texts.flatMap { Phrase.placeholders(in: $0) }
        guard names.allSatisfy({ name in known.contains { $0.id == name } }),
          seen.insert(prescription.remedy.id).inserted
        else { continue }
        ranked.append(
          RankedRemedy(
            remedy: prescription.remedy, action: Phrase(prescription.remedy.action, known),
            reason: Phrase(prescription.reason, known), rule: finding.rule))
      }
    }
    return ranked
  }
}
