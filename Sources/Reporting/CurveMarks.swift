import Diagnostics
import Drawing
import RunRecords

/// The lines of a panel: raw values behind smoothed ones where noise deserves it, labels at the
/// ends, and marks at the upper edge for what cannot be drawn.
struct CurveMarks {
  let marks: [Mark]

  init(_ curves: [MeasuredCurve], axis: ValueAxis, wording: Wording) {
    var marks: [Mark] = []
    for curve in curves {
      if CurveMarks.showsRaw(curve, axis: axis) {
        marks.append(
          Mark(CurveMarks.rawRole(of: curve), .line(CurveMarks.points(of: curve, smoothed: false))))
      }
    }
    // The protagonist is drawn last, above the others.
    for curve in curves.sorted(by: { $0.series.split != .validation && $1.series.split == .validation }) {
      let smoothed = CurveMarks.showsRaw(curve, axis: axis)
      marks.append(
        Mark(
          CurveMarks.role(of: curve), .line(CurveMarks.points(of: curve, smoothed: smoothed)),
          label: CurveMarks.endLabel(of: curve, smoothed: smoothed)))
    }
    marks += CurveMarks.nonFiniteMarks(of: curves, wording: wording)
    marks += CurveMarks.clippedMarks(of: curves, axis: axis, wording: wording)
    self.marks = marks
  }

  /// Whether a curve's noise is wide enough on the page to draw its smoothed course over it.
  static func showsRaw(_ curve: MeasuredCurve, axis: ValueAxis) -> Bool {
    guard curve.series.split != .run, curve.values.count >= 15, curve.smoothingWidth > 1 else { return false }
    switch axis.scale {
    case .linear:
      // Values closer to each other than can be drawn make a band of what one can look past in a single line.
      let least = curve.values.count > mostDistinct ? 0.004 : 0.02
      return curve.noise > least * (axis.domain.upperBound - axis.domain.lowerBound)
    case .logarithmic:
      let level = curve.smoothed[curve.smoothed.count / 2]
      return level > 0 && curve.noise / level > (curve.values.count > mostDistinct ? 0.02 : 0.05)
    }
  }

  /// How many values a line has at most of which each is seen, about one a point of the plot's width.
  private static let mostDistinct = 400

  private static func role(of curve: MeasuredCurve) -> Mark.Role {
    switch curve.series.split {
    case .training: .training
    case .validation, .test: .validation
    case .run: .neutral
    }
  }

  private static func rawRole(of curve: MeasuredCurve) -> Mark.Role {
    curve.series.split == .training ? .trainingRaw : .validationRaw
  }

  private static func endLabel(of curve: MeasuredCurve, smoothed: Bool) -> String? {
    guard let last = smoothed ? curve.course.last : curve.values.last else { return nil }
    let value = Wording.text(last, of: curve.series.metric)
    return curve.series.split == .run ? value : "\(curve.series.split.rawValue) \(value)"
  }

  /// The points of a line; where the log has a value that is not finite, the line breaks.
  private static func points(of curve: MeasuredCurve, smoothed: Bool) -> [ChartPoint] {
    let shown = smoothed ? curve.course : curve.values
    var next = 0
    return zip(curve.series.epochs, curve.series.values).map { epoch, value in
      // The measured values leave out what is not finite; a line goes on where the epochs agree.
      guard next < shown.count, curve.epochs[next] == epoch, value.isFinite else {
        return ChartPoint(x: epoch, y: .nan)
      }
      defer { next += 1 }
      return ChartPoint(x: epoch, y: shown[next])
    }
  }

  /// One mark for each curve with values that are not finite, or one for all if they say the same.
  private static func nonFiniteMarks(of curves: [MeasuredCurve], wording: Wording) -> [Mark] {
    let losses = curves.compactMap { curve in
      nonFiniteText(of: curve.series).map { (split: curve.series.split, epoch: $0.epoch, text: $0.text) }
    }
    let areAlike = losses.count == curves.count && Set(losses.map(\.text)).count == 1
    return losses.prefix(areAlike ? 1 : losses.count).map { loss in
      let text = Wording.speaking(of: wording.axis, loss.text)
      return Mark(
        .anomaly, .atEdge(.upper, x: loss.epoch), label: areAlike ? text : "\(loss.split.rawValue): \(text)")
    }
  }

  /// Such as `NaN from epoch 28`.
  private static func nonFiniteText(of series: MetricSeries) -> (epoch: Double, text: String)? {
    let lost = zip(series.epochs, series.values).filter { !$0.1.isFinite }
    guard let (epoch, value) = lost.first else { return nil }
    let isTail = series.values.suffix(lost.count).allSatisfy { !$0.isFinite }
    let name = value.isNaN ? "NaN" : value < 0 ? "−∞" : "∞"
    let place = "epoch \(NumberText.position(epoch))"
    if lost.count == 1 { return (epoch, "\(name) at \(place)") }
    return (epoch, isTail ? "\(name) from \(place)" : "\(lost.count) values not finite, first at \(place)")
  }

  /// The places of values beyond the axis, the furthest ones labelled; the others of a few are only marked.
  private static func clippedMarks(of curves: [MeasuredCurve], axis: ValueAxis, wording: Wording) -> [Mark] {
    let margin = 1e-9 * (axis.domain.upperBound - axis.domain.lowerBound)
    let values = curves.flatMap { curve in
      zip(curve.epochs, curve.values).map { ClippedValue(epoch: $0, value: $1, series: curve.series) }
    }
    let above = values.filter { $0.value > axis.domain.upperBound + margin }.sorted { $0.value > $1.value }
    let below = values.filter { $0.value < axis.domain.lowerBound - margin }.sorted { $0.value < $1.value }
    return [(Mark.Edge.upper, above), (.lower, below)].flatMap { edge, clipped in
      var epochs: [Double] = []
      for value in clipped where !epochs.contains(value.epoch) && epochs.count <= mostClipped {
        epochs.append(value.epoch)
      }
      // Of a crowd the first says enough.
      return epochs.prefix(epochs.count <= mostClipped ? mostClipped : 1).enumerated().map { place, epoch in
        let text = ClippedValue.text(
          of: clipped.filter { $0.epoch == epoch }, namesSplit: curves.count > 1)
        return Mark(
          .anomaly, .atEdge(edge, x: epoch), label: place < 3 ? Wording.speaking(of: wording.axis, text) : nil
        )
      }
    }
  }

  /// How many places beyond an edge are marked one by one.
  private static let mostClipped = 20
}

/// A value that lies beyond the axis.
private struct ClippedValue {
  let epoch: Double
  let value: Double
  let series: MetricSeries

  /// What lies beyond an edge at one epoch, such as `validation 900 at epoch 20`.
  static func text(of values: [ClippedValue], namesSplit: Bool) -> String {
    let texts = values.map { value in
      let text = Wording.text(value.value, of: value.series.metric)
      return namesSplit ? "\(value.series.split.rawValue) \(text)" : text
    }
    let place = values.first.map { "at epoch \(NumberText.position($0.epoch))" } ?? ""
    return texts.joined(separator: ", ") + (texts.count > 1 ? "\n" : " ") + place
  }
}
