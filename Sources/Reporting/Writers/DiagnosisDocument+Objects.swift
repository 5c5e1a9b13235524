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
    @OrNull var format: String?
    let axis: String
    /// The name of the hyperparameter whose values the axis holds.
    @OrNull var hyperparameter: String?
    let epochCount: Int
    @OrNull var firstEpoch: Number?
    @OrNull var lastEpoch: Number?
    @OrNull var classCount: Int?
    @OrNull var chanceLoss: Number?

    init(_ diagnosis: Diagnosis) {
      let epochs = diagnosis.run.epochs
      name = diagnosis.run.name
      format = diagnosis.run.format
      axis = diagnosis.run.axis.rawValue
      hyperparameter = diagnosis.run.hyperparameter
      epochCount = diagnosis.run.epochCount
      firstEpoch = epochs.first.map(Number.init)
      lastEpoch = epochs.last.map(Number.init)
      classCount = diagnosis.run.facts.classCount
      chanceLoss = diagnosis.chance.map { Number($0.loss) }
    }
  }

  struct FindingObject: Encodable {
    let rule: String
    let title: String
    let condition: String
    let severity: String
    let confidence: Number
    let effect: Number
    @OrNull var onsetEpoch: Number?
    /// First and last epoch.
    @OrNull var onsetInterval: [Number]?
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
    @OrNull var rule: String?
    @OrNull var similarRuns: SimilarRunsObject?

    init(_ remedy: RankedRemedy, _ wording: Wording) {
      id = remedy.remedy.id
      action = PlainText.of(TextLines.sentence(wording.text(remedy.action)))
      reason = PlainText.of(TextLines.sentence(wording.text(remedy.reason)))
      effect = remedy.remedy.effect
      source = remedy.remedy.citation.label
      rule = remedy.rule
      similarRuns = remedy.outlook.map { SimilarRunsObject($0.similar) }
    }
  }

  /// What a remedy brought when runs of similar signals were retrained with it.
  struct SimilarRunsObject: Encodable {
    let runs: Int
    let meanGain: Number
    let better: Number
    let worse: Number

    init(_ group: RemedyCard.Group) {
      runs = group.runs
      meanGain = Number(group.gain)
      better = Number(group.better)
      worse = Number(group.worse)
    }
  }

  /// How likely a judgement is, and the signals that moved it most.
  struct JudgementObject: Encodable {
    struct SignalObject: Encodable {
      let signal: String
      @OrNull var value: Number?
      let points: Number

      init(_ contribution: SignalContribution) {
        signal = contribution.signal.rawValue
        value = contribution.value.map(Number.init)
        points = Number(contribution.points)
      }
    }

    let judgement: String
    let confidence: Number
    let signals: [SignalObject]

    init(_ judgement: Judgement, _ weighing: Weighing) {
      self.judgement = judgement.rawValue
      confidence = Number(weighing.confidence(in: judgement))
      signals = weighing.contributions(to: judgement).prefix(5).map(SignalObject.init)
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
    @OrNull var first: Number?
    @OrNull var last: Number?
    @OrNull var best: Number?
    @OrNull var bestEpoch: Number?

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
  }
}
