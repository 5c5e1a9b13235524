import Diagnostics
import RunRecords

/// A diagnosis as an object for machines; `diagnosis.schema.json` describes it.
///
/// Keys are always there; what does not apply is `null`. A number that is not finite is one of the
/// strings `NaN`, `Infinity` and `-Infinity`.
struct DiagnosisDocument: Encodable {
  /// Raised when a key is removed or changes its meaning; new keys may come without.
  static let schemaVersion = 1

  let schemaVersion = DiagnosisDocument.schemaVersion
  let tool = ["name": Tool.name, "version": Tool.version]
  let input: String
  let run: Run
  let verdict: String
  let verdictConfidence: Number
  let reason: String
  /// Where the trouble of the verdict begins, as headline and figure name it.
  @OrNull var onsetEpoch: Number?
  @OrNull var keepEpoch: Number?
  /// How likely each judgement is by the signals; nothing where the log is too short to weigh.
  let judgements: [JudgementObject]
  let findings: [FindingObject]
  let setAside: [SetAsideObject]
  let notAssessed: [NotAssessedObject]
  let remedies: [RemedyObject]
  let notes: [NoteObject]
  let series: [SeriesObject]

  init(_ diagnosis: Diagnosis) {
    let wording = Wording(diagnosis)
    input = diagnosis.run.source ?? diagnosis.run.name
    run = Run(diagnosis)
    verdict = diagnosis.verdict.rawValue
    verdictConfidence = Number(diagnosis.confidence)
    reason = PlainText.of(wording.text(diagnosis.reason))
    onsetEpoch = ShownOnset(diagnosis).map { Number($0.epoch) }
    keepEpoch = diagnosis.keep.map { Number($0.epoch) }
    judgements =
      diagnosis.weighing.map { weighing in Judgement.allCases.map { JudgementObject($0, weighing) } } ?? []
    findings = diagnosis.findings.map { FindingObject($0, wording) }
    setAside = diagnosis.setAside.map {
      SetAsideObject(finding: FindingObject($0.finding, wording), by: $0.by, reason: $0.reason)
    }
    notAssessed = diagnosis.notAssessed.map { NotAssessedObject(rule: $0.rule, reason: $0.reason) }
    remedies = diagnosis.remedies.map { RemedyObject($0, wording) }
    notes = diagnosis.notes.map { NoteObject(kind: $0.kind.rawValue, text: $0.text, line: $0.line) }
    series = diagnosis.run.series.map(SeriesObject.init)
  }
}
