extension Prediction {
  /// What is foretold of a run's retrainings by others of the same run, made with other random numbers.
  ///
  /// No log tells more than they do of what chance leaves open. A label is as sure as the share of the repetitions that
  /// have it, those in which it is ambiguous counting half; the remedies stand by their mean gain. Of what follows from
  /// the run's own curves alone, such as its onset, all repetitions say the same.
  ///
  /// - Precondition: There is at least one repetition.
  package init(run: String, repetitions: [RunTruth]) {
    precondition(!repetitions.isEmpty)
    let count = Double(repetitions.count)
    let onset = repetitions.lazy.compactMap(\.onset).first?.epoch
    let findings = Label.allCases.map { label in
      let shares = repetitions.map { $0.labels[label].map { $0 ? 1 : 0 } ?? 0.5 }
      return Finding(
        label.rawValue, confidence: shares.reduce(0, +) / count,
        onsetEpoch: label == .overfitting ? onset : nil)
    }
    let gains = repetitions[0].gains.keys.map { remedy in
      (remedy, repetitions.reduce(0) { $0 + ($1.gains[remedy] ?? 0) } / count)
    }
    let losses = repetitions[0].testLoss
    let best = losses.indices.min { losses[$0] < losses[$1] }
    // A label that is ambiguous in all of them is no verdict.
    let likely = findings.filter { $0.confidence > 0.5 }.map(\.id)
    self.init(
      run: run, findings: findings, bestEpoch: best.map { Double($0 + 1) },
      recommendations: gains.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.0),
      verdict: Label.bySeverity.first { likely.contains($0.rawValue) }?.rawValue)
  }
}
