import Drawing
import RunRecords

/// A run of which something wrong was said: its curves with the test loss that the library did not see.
struct FailurePage: AccuracyPage {
  private let mistake: Mistake
  private let record: RunRecord

  init(_ mistake: Mistake, record: RunRecord) {
    self.mistake = mistake
    self.record = record
  }

  let size = Size(width: 500, height: 330)

  private var truth: RunTruth { mistake.run.truth }
  private var prediction: Prediction { mistake.run.prediction }

  // MARK: Text

  /// What was said and what is true, with the confidences in both.
  var title: String { "\(truth.family): said \(said), true is \(held)" }

  private var said: String {
    let surest = mistake.isFalseAlarm ? mistake.label : stated.first
    return surest.map { "\($0.title) (confidence \(confidence(in: $0)))" } ?? "nothing"
  }

  private var held: String {
    let titles = Label.bySeverity.filter(mistake.run.has).map { label in
      label == mistake.label ? "\(label.title) (given \(confidence(in: label)))" : label.title
    }
    return titles.isEmpty ? "none for certain" : titles.joined(separator: " and ")
  }

  var summary: String {
    let others = stated.map { "\($0.title) \(confidence(in: $0))" }
    let open = Label.bySeverity.filter { truth.labels[$0] == nil }.map(\.title)
    let sentences = [
      others.count < 2 ? nil : "Said: \(others.joined(separator: ", ")).",
      open.isEmpty ? nil : "Ambiguous: \(open.joined(separator: ", ")).", retraining,
    ]
    return sentences.compactMap(\.self).joined(separator: " ")
  }

  /// What was said, the surest first.
  private var stated: [Label] {
    Label.bySeverity.filter(prediction.states)
      .sorted { prediction.confidence(of: $0) > prediction.confidence(of: $1) }
  }

  private func confidence(in label: Label) -> String {
    NumberText.fixed(prediction.confidence(of: label), decimals: 2)
  }

  /// What the best of the changes brought that the run was trained again with.
  private var retraining: String? {
    let gains = truth.gains.filter { $0.key != RecommendationScore.unscored && $0.key != "none" }
    guard let best = gains.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
    guard best.value >= RecommendationScore.leastGain else { return "No change in training helped by 5 %." }
    let words = best.key.split(separator: "_").map { $0 == "lr" ? "learning rate" : $0 }
    return "What helped most when trained again: \(words.joined(separator: " ")) "
      + "(test loss −\(NumberText.percent(best.value)))."
  }

  private var facts: String {
    let size = record.facts.trainingSize.map { ", \(NumberText.position(Double($0))) training samples" } ?? ""
    let validation =
      record.facts.validationSize.map { ", \(NumberText.position(Double($0))) for validation" } ?? ""
    return "Run \(mistake.run.id), \(truth.epochs) epochs\(size)\(validation)"
  }

  // MARK: Drawing

  /// The theme with the test loss told apart from both logged curves by its dash and by grey.
  private var figureTheme: Theme {
    var theme = theme
    var style = theme.style(of: .neutral)
    style.stroke = Stroke(color: theme.ink, width: 1.3, dash: [4, 2])
    style.text = theme.ink
    theme.styles[.neutral] = style
    return theme
  }

  func draw(on canvas: some Canvas) {
    let page = Rect(x: 0, y: 0, width: size.width, height: size.height)
      .inset(left: 8, top: 6, right: 8, bottom: 6)
    var y = page.y
    func write(_ text: String, _ font: Font, _ color: Color, leading: Double) {
      let block = TextBlock(
        [TextBlock.Run(text, font: font, color: color)], width: page.width, leading: leading, on: canvas)
      y = block.draw(at: Point(x: page.x, y: y), on: canvas)
    }
    write(facts, Font(size: 8.5), theme.quietInk, leading: 13)
    write(title, Font(size: 11.5, weight: .semibold), theme.ink, leading: 16)
    write(summary, Font(size: 8.5), theme.ink, leading: 12)
    let area = page.inset(left: 0, top: y + 8 - page.y)
    canvas.tag(.figure(alternative: summary)) {
      let layout = ChartLayout(
        chart, in: area, arrangement: .stacked, fonts: ChartFonts(size: 8.5), on: canvas)
      ChartPainter(layout, theme: figureTheme).draw(on: canvas)
    }
  }

  // MARK: Chart

  private struct Curve {
    let role: Mark.Role
    let name: String
    let points: [ChartPoint]

    var mark: Mark {
      let last = points.last { $0.y.isFinite }.map { " \(NumberText.significant($0.y))" } ?? ""
      return Mark(role, .line(points), label: name + last)
    }
  }

  private var curves: [Curve] {
    func logged(_ split: Split, _ role: Mark.Role) -> Curve? {
      record.first(.loss, split).map { series in
        Curve(
          role: role, name: split.rawValue,
          points: zip(series.epochs, series.values).map { ChartPoint(x: $0, y: $1) })
      }
    }
    let test = Curve(
      role: .neutral, name: "test (hidden)",
      points: truth.testLoss.enumerated().map { ChartPoint(x: Double($0.offset + 1), y: $0.element) })
    return [logged(.training, .training), test, logged(.validation, .validation)].compactMap(\.self)
  }

  private var chart: Chart {
    let curves = curves
    let axis = LossAxis(curves.flatMap { $0.points.map(\.y) })
    var marks = curves.map(\.mark)
    if axis.domain.contains(truth.chance) {
      marks.insert(Mark(.chance, .horizontalRule(y: truth.chance), label: "chance"), at: 0)
    }
    marks += epochMarks
    let isLogarithmic = axis.scale == .logarithmic
    return Chart(
      axisTitle: "epoch", domain: 1...Double(max(truth.epochs, 2)),
      panels: [
        Chart.Panel(
          title: "Loss" + (isLogarithmic ? " (log scale)" : ""), scale: axis.scale, domain: axis.domain,
          marks: marks)
      ])
  }

  /// The epoch whose weights would have been kept, and the one of the lowest test loss.
  private var epochMarks: [Mark] {
    let kept = prediction.bestEpoch.map { rule(.bestEpoch, at: $0, "kept\nepoch \(NumberText.position($0))") }
    guard let lowest else { return [kept].compactMap(\.self) }
    let dot = Mark(.neutral, .dot(lowest))
    let epoch = NumberText.position(lowest.x)
    guard var kept, let keptEpoch = prediction.bestEpoch else {
      return [dot, rule(.onset, at: lowest.x, "test lowest\nepoch \(epoch)")]
    }
    if keptEpoch == lowest.x {
      return [dot, rule(.bestEpoch, at: keptEpoch, "kept, test lowest\nepoch \(epoch)")]
    }
    var test = rule(.onset, at: lowest.x, "test lowest\nepoch \(epoch)")
    if abs(keptEpoch - lowest.x) < 0.2 * Double(truth.epochs) {
      // Of two rules that stand close together, the one with more room beside it speaks for both.
      let label = "kept epoch \(NumberText.position(keptEpoch))\ntest lowest epoch \(epoch)"
      let isEarly = keptEpoch + lowest.x < Double(truth.epochs)
      let keptSpeaks = (keptEpoch > lowest.x) == isEarly
      kept.label = keptSpeaks ? label : nil
      test.label = keptSpeaks ? nil : label
    }
    return [dot, test, kept]
  }

  private func rule(_ role: Mark.Role, at epoch: Double, _ label: String) -> Mark {
    Mark(role, .verticalRule(x: epoch), label: label)
  }

  /// The lowest test loss; `nil` where none is finite.
  private var lowest: ChartPoint? {
    guard let value = truth.testLoss.min(), value.isFinite, let place = truth.testLoss.firstIndex(of: value)
    else { return nil }
    return ChartPoint(x: Double(place + 1), y: value)
  }
}
