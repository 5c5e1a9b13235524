/// What a tool says of a run, in the benchmark's words: a line of a file of predictions.
///
/// Labels and remedies are texts, for another tool may name some that the benchmark does not know.
package struct Prediction: Sendable, Hashable {
  /// A label that the tool sees in the run.
  package struct Finding: Sendable, Hashable {
    /// How sure a finding must be to count as present.
    package static let leastConfidence = 0.5

    package let id: String
    /// How sure the tool is, from 0 to 1.
    package let confidence: Double
    package let onsetEpoch: Double?

    package init(_ id: String, confidence: Double = 1, onsetEpoch: Double? = nil) {
      self.id = id
      self.confidence = confidence
      self.onsetEpoch = onsetEpoch
    }

    package var isPresent: Bool { confidence >= Self.leastConfidence }
  }

  package let run: String
  package let findings: [Finding]
  /// The epoch whose weights to keep; without one the last is kept.
  package let bestEpoch: Double?
  /// Remedies, the first to try first.
  package let recommendations: [String]
  /// The one label that sums the run up; `nil` where the tool gives none.
  package let verdict: String?

  package init(
    run: String, findings: [Finding] = [], bestEpoch: Double? = nil, recommendations: [String] = [],
    verdict: String? = nil
  ) {
    self.run = run
    self.findings = findings
    self.bestEpoch = bestEpoch
    self.recommendations = recommendations
    self.verdict = verdict
  }

  /// How sure the tool is of a label; 0 where it does not name it.
  package func confidence(of label: Label) -> Double {
    findings.reduce(0) { $1.id == label.rawValue ? max($0, $1.confidence) : $0 }
  }

  /// Whether the tool says that a label holds.
  package func states(_ label: Label) -> Bool {
    confidence(of: label) >= Finding.leastConfidence
  }

  /// Where the first finding of a label that counts as present and knows its onset says that it begins.
  package func onset(of label: Label) -> Double? {
    findings.lazy.filter { $0.id == label.rawValue && $0.isPresent }.compactMap(\.onsetEpoch).first
  }
}
