import ATMLDiagnose

/// How a diagnosis is put into the benchmark's words.
extension Prediction {
  /// The prediction that a diagnosis amounts to.
  ///
  /// Every weighed judgement is a finding with its confidence. Of a run that cannot be weighed the findings of the rules
  /// count, the surest of those with one label.
  package init(_ diagnosis: Diagnosis, run: String) {
    var surest: [Label: Finding] = [:]
    func take(_ label: Label, confidence: Double, onset: Double?) {
      if let known = surest[label], known.confidence >= confidence { return }
      surest[label] = Finding(
        label.rawValue, confidence: confidence, onsetEpoch: onset ?? surest[label]?.onsetEpoch)
    }
    if let weighing = diagnosis.weighing {
      for judgement in Judgement.allCases {
        take(
          Label(judgement), confidence: weighing.confidence(in: judgement),
          onset: judgement == .overfitting ? weighing.overfitOnset?.epoch : nil)
      }
    }
    for finding in diagnosis.findings {
      guard let judgement = Judgement(finding.condition) else { continue }
      take(Label(judgement), confidence: finding.confidence, onset: finding.evidence.onset?.epoch)
    }
    self.init(
      run: run, findings: Label.allCases.compactMap { surest[$0] }, bestEpoch: diagnosis.keep?.epoch,
      recommendations: diagnosis.remedies.compactMap { Self.remedies[$0.remedy.id] },
      verdict: Judgement.allCases.first { $0.verdict == diagnosis.verdict }.map { Label($0).rawValue })
  }

  /// The benchmark's name of each remedy that it retrained runs with.
  private static let remedies = [
    "keep-best-epoch": "early_stop",
    "lower-learning-rate": "lower_lr",
    "raise-learning-rate": "raise_lr",
    "add-weight-decay": "add_weight_decay",
    "add-dropout": "add_dropout",
    "reduce-regularization": "reduce_regularization",
    "smaller-model": "smaller_model",
    "larger-model": "larger_model",
    "train-longer": "more_epochs",
  ]
}

extension Label {
  /// The label that a judgement stands for.
  package init(_ judgement: Judgement) {
    self =
      switch judgement {
      case .divergence: .diverged
      case .notLearning: .stuck
      case .noSignal: .noSignal
      case .instability: .unstable
      case .overfitting: .overfitting
      case .underfitting: .underfitting
      case .stillImproving: .undertrained
      case .validationQuality: .validationUnrepresentative
      case .goodFit: .healthy
      }
  }
}
