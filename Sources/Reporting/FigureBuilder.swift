import Diagnostics
import Drawing
import RunRecords

/// Chooses the panels of a run's figure and puts the marks of the diagnosis into them.
struct FigureBuilder {
  private let diagnosis: Diagnosis
  private let lossScale: LossScale
  private let wording: Wording
  /// From the first epoch of all curves to the last.
  private let domain: ClosedRange<Double>
  private let scale: Scale.Kind

  init(_ diagnosis: Diagnosis, lossScale: LossScale) {
    self.diagnosis = diagnosis
    self.lossScale = lossScale
    wording = Wording(diagnosis)
    let ends = diagnosis.curves.flatMap { [$0.series.epochs.first, $0.series.epochs.last] }.compactMap(\.self)
    domain = (ends.min() ?? 0)...(ends.max() ?? 1)
    scale = FigureBuilder.scale(of: diagnosis.run)
  }

  /// Values of a hyperparameter that lie closer to each other at their lower end are spread by their ratios.
  private static func scale(of run: RunRecord) -> Scale.Kind {
    let positions = run.epochs
    guard run.axis == .hyperparameter, let first = positions.first, let last = positions.last, first > 0,
      last / first > 30, positions[positions.count / 2] < first + (last - first) / 3
    else { return .linear }
    return .logarithmic
  }

  var chart: Chart {
    Chart(
      axisTitle: Wording.axisName(of: diagnosis.run), domain: domain, scale: scale,
      ticks: diagnosis.run.axis == .hyperparameter || isPartOfAnEpoch ? .number : .whole,
      panels: [lossPanel, scorePanel].compactMap(\.self) + sidePanels)
  }

  /// Whether the run is so short that the fractions of its epochs are what an axis has to name.
  private var isPartOfAnEpoch: Bool {
    domain.upperBound - domain.lowerBound < 2 && diagnosis.run.epochs.contains { $0 != $0.rounded() }
  }

  // MARK: Panels

  private var losses: [MeasuredCurve] { curves { $0 == .loss } }
  private var scores: [MeasuredCurve] { curves { $0 == .accuracy || $0 == .score } }

  private var lossAxis: ValueAxis {
    ValueAxis(losses, lossScale: lossScale, including: shownChance.map { [$0.loss] } ?? [])
  }

  private var scoreAxis: ValueAxis {
    ValueAxis(
      scores, lossScale: .linear, bounds: scores.first?.series.metric.unit == .fraction ? 0...1 : nil)
  }

  private func curves(where isWanted: (Metric.Kind) -> Bool) -> [MeasuredCurve] {
    diagnosis.curves.filter { isWanted($0.series.metric.kind) && $0.series.split != .run }
  }

  private var lossPanel: Chart.Panel? {
    guard let first = losses.first else { return nil }
    let axis = lossAxis
    // What has no finite value has no scale either: the mark that says so needs little room.
    let isEmpty = losses.allSatisfy(\.values.isEmpty)
    let isLogarithmic = axis.scale == .logarithmic
    let marks = CurveMarks(losses, axis: axis, wording: wording)
    var all = events(in: losses, showsLabels: true)
    if let chance = shownChance {
      all.insert(
        Mark(.chance, .horizontalRule(y: chance.loss), label: FigureBuilder.chanceLabel(chance)), at: 0)
    }
    return Chart.Panel(
      title: Wording.capitalized(first.series.metric.name) + (isLogarithmic ? " (log scale)" : ""),
      scale: axis.scale, domain: axis.domain, ticks: isEmpty ? .none : .number, marks: marks.marks + all,
      height: isEmpty ? 0.4 : 1)
  }

  private var scorePanel: Chart.Panel? {
    guard let metric = scores.first?.series.metric else { return nil }
    let isFraction = metric.unit == .fraction
    let axis = scoreAxis
    let marks = CurveMarks(scores, axis: axis, wording: wording)
    return Chart.Panel(
      title: Wording.capitalized(metric.name) + (isFraction ? " (%)" : ""), domain: axis.domain,
      ticks: isFraction ? .percent : .number,
      marks: marks.marks + events(in: scores, showsLabels: losses.isEmpty),
      height: losses.isEmpty ? 1 : 0.72)
  }

  /// Small panels for the learning rate and the gradient norm, where they say something.
  private var sidePanels: [Chart.Panel] {
    diagnosis.curves.compactMap { curve in
      let series = curve.series
      guard series.split == .run, let lowest = curve.values.min(), let highest = curve.values.max(),
        lowest < highest
      else { return nil }
      let axis = ValueAxis([curve], lossScale: .automatic)
      return Chart.Panel(
        title: Wording.capitalized(series.metric.name) + (axis.scale == .logarithmic ? " (log scale)" : ""),
        scale: axis.scale, domain: axis.domain,
        marks: CurveMarks([curve], axis: axis, wording: wording).marks,
        height: 0.3)
    }
  }

  // MARK: Marks

  /// The chance level, where it is near enough to the curves to be shown beside them.
  private var shownChance: ChanceLevel? {
    guard let chance = diagnosis.chance, let highest = losses.flatMap(\.smoothed).max() else { return nil }
    return chance.loss <= highest * 1.3 ? chance : nil
  }

  private static func chanceLabel(_ chance: ChanceLevel) -> String {
    switch chance.source {
    case .classCount(let count), .guessedClassCount(let count):
      "chance (ln \(count) = \(NumberText.significant(chance.loss)))"
    case .loss:
      "chance (\(chance.equalClassCount.map { "ln \($0) = " } ?? "")\(NumberText.significant(chance.loss)))"
    }
  }

  private func events(in curves: [MeasuredCurve], showsLabels: Bool) -> [Mark] {
    var marks: [Mark] = []
    for (finding, span) in shadings {
      marks.append(Mark(.evidence, .band(span), label: showsLabels ? bandLabel(finding) : nil))
    }
    if let onset = ShownOnset(diagnosis), showsOnset(onset) {
      let label = Wording.speaking(of: diagnosis.run.axis, onsetLabel(onset))
      marks.append(Mark(.onset, .verticalRule(x: onset.epoch), label: showsLabels ? label : nil))
    }
    if let keep = diagnosis.keep, !isMereEnd(keep) {
      marks.append(Mark(.bestEpoch, .verticalRule(x: keep.epoch), label: showsLabels ? keepLabel(keep) : nil))
      if let curve = curves.first(where: { $0.series.split == .validation }) ?? curves.first,
        let index = curve.epochs.firstIndex(where: { $0 >= keep.epoch }), curve.epochs[index] == keep.epoch
      {
        // At the value that the label gives, which may lie beside a smoothed line.
        marks.append(
          Mark(
            curve.series.split == .validation ? .validation : .training,
            .dot(ChartPoint(x: keep.epoch, y: curve.values[index]))))
      }
    }
    return marks
  }

  /// Whether an epoch is kept as the last one alone, without a validation value that favours it.
  private func isMereEnd(_ keep: Diagnosis.KeptEpoch) -> Bool {
    keep.epoch == domain.upperBound
      && diagnosis.run.series.first { $0.name == keep.series }?.split == .training
  }

  /// The stretches that are pointed at: that which the deciding finding speaks of, unless it is all of the run; of the
  /// values of a hyperparameter all that a finding speaks of.
  private var shadings: [(finding: Finding, span: ClosedRange<Double>)] {
    guard diagnosis.run.axis == .hyperparameter else { return decidingStretch.map { [$0] } ?? [] }
    return diagnosis.findings.compactMap { finding in
      guard let span = finding.evidence.span, span != domain else { return nil }
      return (finding, halfwayToNeighbours(span))
    }
  }

  /// A stretch of values as far as half the way to those beside it.
  private func halfwayToNeighbours(_ span: ClosedRange<Double>) -> ClosedRange<Double> {
    func middle(_ one: Double, _ other: Double) -> Double {
      scale == .linear ? (one + other) / 2 : one.squareRoot() * other.squareRoot()
    }
    let before = diagnosis.run.epochs.last { $0 < span.lowerBound }
    let after = diagnosis.run.epochs.first { $0 > span.upperBound }
    return
      (before.map { middle($0, span.lowerBound) } ?? span.lowerBound)...(after.map {
        middle($0, span.upperBound)
      } ?? span.upperBound)
  }

  /// The stretch that the deciding finding speaks of, from the onset that the headline names; none where that is all of
  /// the run.
  private var decidingStretch: (finding: Finding, span: ClosedRange<Double>)? {
    guard let finding = diagnosis.decidedBy, let whole = finding.evidence.span else { return nil }
    let onset = ShownOnset(diagnosis)?.epoch ?? whole.lowerBound
    let span = min(max(onset, whole.lowerBound), whole.upperBound)...whole.upperBound
    guard span.upperBound > span.lowerBound,
      span.upperBound - span.lowerBound < 0.95 * (domain.upperBound - domain.lowerBound)
    else { return nil }
    return (finding, span)
  }

  private func bandLabel(_ finding: Finding) -> String? {
    if diagnosis.run.axis == .hyperparameter {
      return finding.condition == .underfitting ? "underfit" : "overfit"
    }
    return switch finding.condition {
    case .overfitting, .miscalibration: "overfit"
    case .generalizationGap: "gap widens"
    case .plateau, .underfitting: "plateau"
    case .divergence: "diverged"
    case .instability: "unstable"
    case .notLearning, .noSignal, .doubleDescent, .stillImproving, .validationQuality, .dataQuality: nil
    }
  }

  /// An onset next to the epoch to keep, or where values cease to be finite, would repeat their mark.
  private func showsOnset(_ onset: ShownOnset) -> Bool {
    let hasMark = losses.contains { curve in
      zip(curve.series.epochs, curve.series.values).first { !$0.1.isFinite }?.0 == onset.epoch
    }
    if hasMark { return false }
    guard let keep = diagnosis.keep else { return true }
    return abs(onset.epoch - keep.epoch) > 0.03 * (domain.upperBound - domain.lowerBound)
  }

  private func onsetLabel(_ onset: ShownOnset) -> String {
    let epoch = NumberText.position(onset.epoch)
    return switch diagnosis.verdict {
    // A gap may widen while no loss turns up.
    case .overfitting where diagnosis.decidedBy?.condition != .generalizationGap:
      "turns up\nat epoch \(epoch)"
    case .diverged: "diverges\nat epoch \(epoch)"
    default: "from epoch \(epoch)"
    }
  }

  private func keepLabel(_ keep: Diagnosis.KeptEpoch) -> String {
    [Wording.keeping(keep, of: diagnosis.run), Wording.reached(keep, of: diagnosis.run)].compactMap(\.self)
      .joined(separator: "\n")
  }

  // MARK: Text

  var caption: String {
    var parts: [String] = []
    let widths =
      losses.filter { CurveMarks.showsRaw($0, axis: lossAxis) }.map(\.smoothingWidth)
      + scores.filter { CurveMarks.showsRaw($0, axis: scoreAxis) }.map(\.smoothingWidth)
    if let narrowest = widths.min(), let widest = widths.max() {
      let width = narrowest == widest ? "\(widest)" : "\(narrowest) to \(widest)"
      // The dot stands beside the strong line then.
      let asLogged = diagnosis.keep.map { !isMereEnd($0) } ?? false ? "Faint lines and dots" : "Faint lines"
      parts.append("\(asLogged): values as logged; strong lines: running median and mean of \(width) values.")
    }
    if diagnosis.run.axis == .hyperparameter, !shadings.isEmpty {
      let titles = shadings.map(\.finding.card.title.lowercasedFirst)
      parts.append("Shaded: \(titles.joined(separator: "; ")).")
    } else if let (finding, span) = decidingStretch {
      parts.append(
        "Shaded: epochs \(NumberText.position(span.lowerBound)) to \(NumberText.position(span.upperBound)), "
          + "\(finding.card.title.lowercasedFirst).")
    }
    // On the figure it is named where there is room.
    if let chance = shownChance {
      parts.append("Dotted: \(Self.chanceLabel(chance).replacing(" ", with: "\u{A0}")).")
    }
    if lossScale == .logarithmic, !losses.isEmpty, lossAxis.scale == .linear {
      parts.append("The loss is not above zero throughout, so that its axis is linear.")
    }
    return Wording.speaking(of: diagnosis.run.axis, parts.joined(separator: " "))
  }

  var alternative: String {
    let series = diagnosis.curves.compactMap { curve -> String? in
      guard let first = curve.series.summary.first, let last = curve.series.summary.last else { return nil }
      let metric = curve.series.metric
      return "\(RunFactLines.title(of: curve.series)) goes from \(Wording.text(first, of: metric)) to "
        + "\(Wording.text(last, of: metric))."
    }
    let run = diagnosis.run
    let axis =
      run.axis == .hyperparameter
      ? "values of \(Wording.axisName(of: run))" : "\(run.axis.rawValue)s of the run"
    return "Curves over the \(axis). " + series.joined(separator: " ")
  }
}
