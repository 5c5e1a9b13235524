import Diagnostics
import RunRecords

extension DiagnosisDocument {
  /// A number that JSON may have no form for.
  struct Number: Encodable {
    let value: Double

    init(_ value: Double) {
      self.value = value
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      if value.isNaN {
        try container.encode("NaN")
      } else if value.isInfinite {
        try container.encode(value < 0 ? "-Infinity" : "Infinity")
      } else if let whole = Int64(exactly: value) {
        try container.encode(whole)
      } else {
        try container.encode(value)
      }
    }
  }

  struct Run: Encodable {
    let name: String
    let format: String?
    let axis: String
    let epochCount: Int
    let firstEpoch: Number?
    let lastEpoch: Number?
    let classCount: Int?
    let chanceLoss: Number?

    init(_ diagnosis: Diagnosis) {
      let epochs = diagnosis.run.epochs
      name = diagnosis.run.name
      format = diagnosis.run.format
      axis = diagnosis.run.axis.rawValue
      epochCount = epochs.count
      firstEpoch = epochs.first.map(Number.init)
      lastEpoch = epochs.last.map(Number.init)
      classCount = diagnosis.run.facts.classCount
      chanceLoss = diagnosis.chance.map { Number($0.loss) }
    }

    enum CodingKeys: CodingKey {
      case name, format, axis, epochCount, firstEpoch, lastEpoch, classCount, chanceLoss
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(name, forKey: .name)
      try container.encode(format, forKey: .format)
      try container.encode(axis, forKey: .axis)
      try container.encode(epochCount, forKey: .epochCount)
      try container.encode(firstEpoch, forKey: .firstEpoch)
      try container.encode(lastEpoch, forKey: .lastEpoch)
      try container.encode(classCount, forKey: .classCount)
      try container.encode(chanceLoss, forKey: .chanceLoss)
    }
  }

  struct FindingObject: Encodable {
    let rule: String
    let title: String
    let condition: String
    let severity: String
    let confidence: Number
    let effect: Number
    let onsetEpoch: Number?
    /// First and last epoch.
    let onsetInterval: [Number]?
    let message: String
    /// The measured numbers by their names.
    let evidence: [String: MeasurementObject]

    init(_ finding: Finding, _ wording: Wording) {
      rule = finding.rule
      title = finding.card.title
      condition = finding.condition.rawValue
      severity = finding.severity.rawValue
      confidence = Number(finding.confidence)
      effect = Number(finding.evidence.effect)
      onsetEpoch = finding.evidence.onset.map { Number($0.epoch) }
      onsetInterval = finding.evidence.onset.map {
        [Number($0.interval.lowerBound), Number($0.interval.upperBound)]
      }
      message = PlainText.of(wording.text(finding.statement))
      evidence = Dictionary(
        finding.evidence.measurements.map { ($0.id, MeasurementObject($0)) },
        uniquingKeysWith: { first, _ in first })
    }

    enum CodingKeys: CodingKey {
      case rule, title, condition, severity, confidence, effect, onsetEpoch, onsetInterval, message, evidence
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(rule, forKey: .rule)
      try container.encode(title, forKey: .title)
      try container.encode(condition, forKey: .condition)
      try container.encode(severity, forKey: .severity)
      try container.encode(confidence, forKey: .confidence)
      try container.encode(effect, forKey: .effect)
      try container.encode(onsetEpoch, forKey: .onsetEpoch)
      try container.encode(onsetInterval, forKey: .onsetInterval)
      try container.encode(message, forKey: .message)
      try container.encode(evidence, forKey: .evidence)
    }
  }

  /// A measured number; `above` or `below` is the threshold it was held against, if there was one.
  struct MeasurementObject: Encodable {
    let title: String
    let value: Number
    let quantity: String
    let above: Number?
    let below: Number?

    init(_ measurement: Measurement) {
      title = measurement.title
      value = Number(measurement.value)
      quantity = measurement.quantity.rawValue
      switch measurement.threshold {
      case .above(let value): (above, below) = (Number(value), nil)
      case .below(let value): (above, below) = (nil, Number(value))
      case nil: (above, below) = (nil, nil)
      }
    }
  }

  struct SetAsideObject: Encodable {
    let finding: FindingObject
    let by: String
    let reason: String
  }

  struct NotAssessedObject: Encodable {
    let rule: String
    let reason: String
  }

  struct RemedyObject: Encodable {
    let id: String
    let action: String
    let reason: String
    let effect: String
    let source: String
    let rule: String

    init(_ remedy: RankedRemedy, _ wording: Wording) {
      id = remedy.remedy.id
      action = PlainText.of(TextLines.sentence(wording.text(remedy.action)))
      reason = PlainText.of(TextLines.sentence(wording.text(remedy.reason)))
      effect = remedy.remedy.effect
      source = remedy.remedy.citation.label
      rule = remedy.rule
    }
  }

  struct NoteObject: Encodable {
    let kind: String
    let text: String
    /// Left out where the note is about no line in particular.
    let line: Int?
  }

  struct SeriesObject: Encodable {
    let name: String
    let metric: String
    let split: String
    let count: Int
    let first: Number?
    let last: Number?
    let best: Number?
    let bestEpoch: Number?

    init(_ series: MetricSeries) {
      name = series.name
      metric = series.metric.name
      split = series.split.rawValue
      count = series.summary.count
      first = series.summary.first.map(Number.init)
      last = series.summary.last.map(Number.init)
      best = series.summary.best.map(Number.init)
      bestEpoch = series.summary.bestEpoch.map(Number.init)
    }

    enum CodingKeys: CodingKey {
      case name, metric, split, count, first, last, best, bestEpoch
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(name, forKey: .name)
      try container.encode(metric, forKey: .metric)
      try container.encode(split, forKey: .split)
      try container.encode(count, forKey: .count)
      try container.encode(first, forKey: .first)
      try container.encode(last, forKey: .last)
      try container.encode(best, forKey: .best)
      try container.encode(bestEpoch, forKey: .bestEpoch)
    }
  }
}
