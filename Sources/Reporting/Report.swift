import Diagnostics
import Drawing
import RunRecords

/// A diagnosis composed for people: every sentence, number and mark of the page, before layout.
///
/// The page, the terminal and Markdown all show this same content.
public struct Report: Sendable {
  /// One finding in words.
  public struct FindingLine: Sendable, Hashable {
    public let rule: String
    public let title: String
    public let statement: String
    /// Where it begins and how well that is known; `nil` for what has no beginning.
    public let beginning: String?
    public let severity: Severity
    /// Such as `very likely (0.96)`.
    public let confidence: String

    /// The statement or, where a text that is read before says it already, the beginning alone.
    func besides(_ text: String) -> String? { text.hasPrefix(statement) ? beginning : statement }
  }

  /// One thing to do.
  public struct RemedyLine: Sendable, Hashable {
    public let action: String
    public let reason: String
    /// The short form of the publication it comes from.
    public let source: String
    public let url: String?
  }

  /// One measured number of the finding that decided.
  public struct NumberRow: Sendable, Hashable {
    public let title: String
    public let value: String
    public let threshold: String?
  }

  /// One fact about the run.
  public struct Fact: Sendable, Hashable {
    public let title: String
    public let value: String
  }

  public let diagnosis: Diagnosis
  public let details: ReportDetails
  /// What stands above the headline: the title given, or the run's name.
  public let title: String
  public let headline: String
  public let accent: Theme.Accent
  /// The sentence below the headline, with the confidence of the verdict.
  public let sentence: String
  public let figure: Figure
  public let remedies: [RemedyLine]
  public let findings: [FindingLine]
  public let numbers: [NumberRow]
  public let facts: [Fact]
  /// What could not be judged, and how the log was understood.
  public let notes: [String]

  public init(
    _ diagnosis: Diagnosis, details: ReportDetails = ReportDetails(), lossScale: LossScale = .automatic
  ) {
    let wording = Wording(diagnosis)
    let headline = Headline(diagnosis)
    self.diagnosis = diagnosis
    self.details = details
    title = details.title ?? diagnosis.run.name
    self.headline = headline.text
    accent = headline.accent
    sentence = Report.sentence(for: diagnosis, wording)
    figure = Figure(diagnosis, lossScale: lossScale)
    remedies = diagnosis.remedies.map { remedy in
      RemedyLine(
        action: TextLines.sentence(wording.text(remedy.action)),
        reason: Report.reason(for: remedy, wording),
        source: remedy.remedy.citation.label, url: remedy.remedy.citation.url)
    }
    findings = diagnosis.findings.map { finding in
      FindingLine(
        rule: finding.rule, title: finding.card.title, statement: wording.text(finding.statement),
        beginning: finding.evidence.onset.map { onset in
          // That which decides begins where the headline says.
          let shown = finding.rule == diagnosis.decidedBy?.rule ? ShownOnset(diagnosis)?.epoch : nil
          return Report.beginning(shown ?? onset.epoch, onset.interval, axis: diagnosis.run.axis)
        },
        severity: finding.severity, confidence: Wording.confidence(finding.confidence))
    }
    let measurements = diagnosis.decidedBy?.evidence.measurements ?? []
    let digits = Wording.tellingDigits(for: measurements)
    numbers = measurements.map { measurement in
      NumberRow(
        title: Wording.speaking(of: diagnosis.run.axis, measurement.title),
        value: wording.text(measurement.value, measurement.quantity, digits: digits),
        threshold: measurement.threshold.map { wording.text($0, measurement.quantity) })
    }
    facts = RunFactLines(diagnosis).facts
    notes = Report.notAssessable(diagnosis) + diagnosis.notes.map { TextLines.sentence($0.text) }
  }

  /// Why a finding asks for a remedy, and what it brought similar runs.
  private static func reason(for remedy: RankedRemedy, _ wording: Wording) -> String {
    var sentences = remedy.reason.template.isEmpty ? [] : [TextLines.sentence(wording.text(remedy.reason))]
    if let group = remedy.outlook?.similar {
      let share = "\(group.betterOfTen) of 10"
      sentences.append(
        group.gain >= 0.005
          ? "In similar runs it cut the test loss by \(NumberText.percent(group.gain)), and helped in \(share)."
          : "It helped in \(share) similar runs.")
    }
    return sentences.joined(separator: " ")
  }

  /// What could not be judged, a sentence for each thing that was missing; of many signs the first ones.
  private static func notAssessable(_ diagnosis: Diagnosis) -> [String] {
    var reasons: [String] = []
    for missing in diagnosis.notAssessed where !reasons.contains(missing.reason) {
      reasons.append(missing.reason)
    }
    return reasons.map { reason in
      let titles = diagnosis.notAssessed.filter { $0.reason == reason }.map(\.title.lowercasedFirst)
      let shown = titles.count > 4 ? titles.prefix(2) + ["\(titles.count - 2) other signs"] : titles
      return "Not assessable (\(reason)): \(shown.joined(separator: "; "))."
    }
  }

  /// Where a finding begins, and the epochs that explain the curve about as well, that one among them.
  private static func beginning(_ epoch: Double, _ interval: ClosedRange<Double>, axis: RunAxis) -> String {
    let text = "It begins at epoch \(NumberText.position(epoch))"
    let first = min(epoch, interval.lowerBound)
    let last = max(epoch, interval.upperBound)
    guard first < last else { return Wording.speaking(of: axis, text + ".") }
    return Wording.speaking(
      of: axis,
      text + "; any epoch from \(NumberText.position(first)) to \(NumberText.position(last)) "
        + "explains the curve about as well.")
  }

  private static func sentence(for diagnosis: Diagnosis, _ wording: Wording) -> String {
    let reason = wording.text(diagnosis.reason)
    guard diagnosis.verdict != .inconclusive else { return reason }
    return reason + " " + Wording.capitalized(Wording.confidence(diagnosis.confidence)) + "."
  }
}

extension String {
  /// The text with its first letter made small.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
