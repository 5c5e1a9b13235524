import ATMLDiagnose
import Texts

/// How the signals of a log were weighed, as text for a terminal.
struct WeighingText {
  let text: String

  /// The judgements that are explained: all that are at least this likely, and the most likely ones anyway.
  private static let leastConfidence = 0.05
  private static let fewestExplained = 3
  private static let mostSignals = 6

  init(_ diagnosis: Diagnosis) {
    let name = PrintableText.path(diagnosis.run.name)
    var lines = TextLines.wrapped("\(name): \(Report(diagnosis).headline)", width: 80) + [""]
    if let weighing = diagnosis.weighing {
      let ranked = Judgement.allCases.sorted { weighing.confidence(in: $0) > weighing.confidence(in: $1) }
      lines += ["How likely each judgement holds; several may hold at once:"]
      lines += Self.confidences(ranked, weighing).map { "  " + $0 }
      for (index, judgement) in ranked.enumerated()
      where index < Self.fewestExplained || weighing.confidence(in: judgement) > Self.leastConfidence {
        lines += [""] + Self.heading(judgement, weighing)
        lines += Self.contributions(to: judgement, weighing, axis: diagnosis.run.axis).map { "  " + $0 }
      }
      lines += [""] + TextLines.wrapped("\(PointsText.reading) \(SignalText.reading)", width: 80)
      lines += TextLines.wrapped("'atml-diagnose explain JUDGEMENT' prints a whole scorecard.", width: 80)
      lines += [""] + OutlookText(weighing).lines
    } else {
      lines += TextLines.wrapped(Self.reasonNotWeighed(diagnosis), width: 80)
    }
    text = lines.joined(separator: "\n").replacing(NumberText.thinSpace, with: " ")
  }

  private static func confidences(_ judgements: [Judgement], _ weighing: Weighing) -> [String] {
    var table = TextTable([.left, .right])
    for judgement in judgements {
      table.add([judgement.rawValue, PointsText.confidence(weighing.confidence(in: judgement))])
    }
    return table.lines
  }

  private static func heading(_ judgement: Judgement, _ weighing: Weighing) -> [String] {
    let confidence = PointsText.confidence(weighing.confidence(in: judgement))
    return TextLines.wrapped("\(judgement.rawValue) (\(confidence)): \(judgement.summary)", width: 80)
  }

  /// The signals that moved a judgement most, and how the rest makes up the sum.
  private static func contributions(
    to judgement: Judgement, _ weighing: Weighing, axis: RunAxis
  ) -> [String] {
    let contributions = weighing.contributions(to: judgement)
    let base = weighing.scorecards.judgements[judgement]?.base ?? 0
    let others = contributions.dropFirst(mostSignals)
    var table = TextTable([.left, .right, .right])
    table.add(["signal", "measured", "points"])
    for contribution in contributions.prefix(mostSignals) {
      table.add([
        contribution.signal.title.replacing("epoch", with: axis.rawValue),
        contribution.value.map { SignalText.value($0, of: contribution.signal) } ?? "missing",
        PointsText.signed(contribution.points),
      ])
    }
    func sum(_ some: some Sequence<SignalContribution>) -> Double { some.reduce(0) { $0 + $1.points } }
    if !others.isEmpty { table.add(["\(others.count) other signals", "", PointsText.signed(sum(others))]) }
    table.add(["base points", "", PointsText.signed(base)])
    table.add(["sum", "", PointsText.signed(base + sum(contributions))])
    guard let seen = weighing.seen(of: judgement) else { return table.lines }
    let place =
      switch seen {
      case ..<0.005: "do not lie where"
      case 0.995...: "lie where"
      default: "lie, with a certainty of \(NumberText.percent(seen)), where"
      }
    return table.lines
      + TextLines.wrapped(
        "Half of the likelihood is that of the points; for the other half, the losses \(place) this judgement has them "
          + "by its definition, held against the loss of guessing.", width: 78)
  }

  private static func reasonNotWeighed(_ diagnosis: Diagnosis) -> String {
    guard !diagnosis.run.axis.isOverModels else {
      return
        "Nothing was weighed: the scorecards know the course of one run, and each value here is of a model of its own."
    }
    let curve = diagnosis.curves.first { $0.series.metric.kind == .loss && $0.series.split == .validation }
    let count = curve?.count ?? 0
    let found = count == 0 ? "has none" : "has \(count)"
    return
      "Nothing was weighed: that takes at least 5 \(diagnosis.run.axis.rawValue)s with a finite validation "
      + "loss, and this log \(found)."
  }
}
