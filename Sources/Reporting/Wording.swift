import Diagnostics
import Drawing
import RunRecords

/// Turns measured numbers and phrases into text for people.
struct Wording: Sendable {
  /// What the run counts in: decides whether a sentence speaks of epochs or of steps.
  let axis: RunAxis
  /// The metric that scores are written in; `nil` when the run has none.
  let score: Metric?

  init(_ diagnosis: Diagnosis) {
    axis = diagnosis.run.axis
    score = diagnosis.curves.map(\.series.metric).first { $0.kind == .accuracy || $0.kind == .score }
  }

  func text(_ phrase: Phrase) -> String {
    let names = Phrase.placeholders(in: phrase.template)
    let digits = Wording.tellingDigits(for: phrase.measurements.filter { names.contains($0.id) })
    let sentence = phrase.text { text($0.value, $0.quantity, digits: digits) }
    return Wording.speaking(
      of: axis, phrase.template.contains("} to {") ? Wording.toldOnce(sentence) : sentence)
  }

  /// A text in which brackets that name the same number twice name it once: `(48.1 %)` for `(48.1 % to 48.1 %)`.
  private static func toldOnce(_ text: String) -> String {
    text.replacing(#/\(([^()]+) to \1\)/#) { "(\($0.1))" }
  }

  /// The significant digits by which losses that differ are told apart where they are read side by side: three, or up to
  /// five; three where five do not tell either.
  static func tellingDigits(for measurements: [Measurement]) -> Int {
    let losses = Set(measurements.filter { $0.quantity == .loss }.map(\.value))
    return (3...5).first { digits in
      Set(losses.map { NumberText.significant($0, digits: digits) }).count == losses.count
    } ?? 3
  }

  /// A number as its quantity is written, without a name.
  func text(_ value: Double, _ quantity: Measurement.Quantity, digits: Int = 3) -> String {
    switch quantity {
    case .loss: NumberText.significant(value, digits: digits)
    case .number: NumberText.significant(value)
    case .score: Wording.text(value, of: score ?? .accuracy)
    case .share: NumberText.percent(value)
    case .epoch, .epochs, .value, .count: NumberText.position(value)
    }
  }

  /// A threshold as a table shows it, such as `> 5 %`.
  func text(_ threshold: Measurement.Threshold, _ quantity: Measurement.Quantity) -> String {
    switch threshold {
    case .above(let value): "> " + text(value, quantity)
    case .below(let value): "< " + text(value, quantity)
    }
  }

  /// A value of a metric in its unit, such as `85.1 %` or `0.612`.
  static func text(_ value: Double, of metric: Metric) -> String {
    switch metric.unit {
    case .fraction:
      // All and nothing are exact.
      value.isFinite && value != 0 && value != 1
        ? NumberText.percentage(value * 100, decimals: 1) + NumberText.thinSpace + "%"
        : NumberText.percent(value)
    case .seconds: NumberText.significant(value) + NumberText.thinSpace + "s"
    case .number: NumberText.significant(value)
    }
  }

  /// A confidence in plain words with its number, such as `very likely (0.96)`.
  static func confidence(_ value: Double) -> String {
    let word =
      switch value {
      case 0.9...: "very likely"
      case 0.7..<0.9: "likely"
      case 0.5..<0.7: "more likely than not"
      default: "uncertain"
      }
    return "\(word) (\(NumberText.fixed(value, decimals: 2)))"
  }

  /// Puts an axis's own word where a sentence says `epoch`; over the values of a hyperparameter none does, but its name may.
  static func speaking(of axis: RunAxis, _ text: String) -> String {
    guard axis != .epoch, axis != .hyperparameter else { return text }
    return text.replacing("epoch", with: axis.rawValue)
      .replacing("Epoch", with: axis.rawValue.prefix(1).uppercased() + axis.rawValue.dropFirst())
  }

  /// What is done with the epoch to keep: `keep epoch 12`, or `choose C = 10` of the values of a hyperparameter.
  static func keeping(_ keep: Diagnosis.KeptEpoch, of run: RunRecord) -> String {
    let place = NumberText.position(keep.epoch)
    guard run.axis == .hyperparameter else { return "keep " + speaking(of: run.axis, "epoch \(place)") }
    guard run.hyperparameter != nil else { return "choose the value \(place)" }
    return "choose \(axisName(of: run))\(NumberText.thinSpace)=\(NumberText.thinSpace)\(place)"
  }

  /// What an epoch is kept for, such as `validation loss 0.829`; `nil` where no value chose it.
  static func reached(_ keep: Diagnosis.KeptEpoch, of run: RunRecord) -> String? {
    guard let series = run.series.first(where: { $0.name == keep.series }) else { return nil }
    return "\(series.split.rawValue) \(series.metric.name) \(text(keep.value, of: series.metric))"
  }

  /// What the axis of a run counts, or the name of the hyperparameter that it holds the values of.
  ///
  /// A long name is that of a nested model; its end says the most.
  static func axisName(of run: RunRecord) -> String {
    let name = run.hyperparameter ?? run.axis.rawValue
    return name.count > longestName ? "…" + name.suffix(longestName - 1) : name
  }

  private static let longestName = 32

  /// A text with its first letter made a capital, unless its first word is written in a way of its own, such as `mAP`.
  static func capitalized(_ text: String) -> String {
    if text.prefix(while: \.isLetter).dropFirst().contains(where: \.isUppercase) { return text }
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// A text in which no line breaks between a word that names a place and its number.
  static func unbroken(_ text: String) -> String {
    text.replacing(#/\b(epoch|step|iteration|at) (?=[\d−])/#) { "\($0.1)\u{A0}" }
  }
}
