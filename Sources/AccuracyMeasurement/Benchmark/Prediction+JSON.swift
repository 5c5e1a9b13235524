extension Prediction.Finding: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, confidence
    case onsetEpoch = "onset_epoch"
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try values.decode(String.self, forKey: .id),
      confidence: try values.decodeIfPresent(Double.self, forKey: .confidence) ?? 1,
      onsetEpoch: try values.decodeIfPresent(Double.self, forKey: .onsetEpoch))
  }

  /// Writes what is not known as null.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(id, forKey: .id)
    try values.encode(confidence, forKey: .confidence)
    try values.encode(onsetEpoch, forKey: .onsetEpoch)
  }
}

extension Prediction: Codable {
  private enum CodingKeys: String, CodingKey {
    case run, findings, recommendations, verdict
    case bestEpoch = "best_epoch"
  }

  /// Reads a prediction, of which only the run must be named.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      run: try values.decode(String.self, forKey: .run),
      findings: try values.decodeIfPresent([Finding].self, forKey: .findings) ?? [],
      bestEpoch: try values.decodeIfPresent(Double.self, forKey: .bestEpoch),
      recommendations: try values.decodeIfPresent([String].self, forKey: .recommendations) ?? [],
      verdict: try values.decodeIfPresent(String.self, forKey: .verdict))
  }

  /// Writes what is not known as null.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(run, forKey: .run)
    try values.encode(findings, forKey: .findings)
    try values.encode(bestEpoch, forKey: .bestEpoch)
    try values.encode(recommendations, forKey: .recommendations)
    try values.encode(verdict, forKey: .verdict)
  }
}
