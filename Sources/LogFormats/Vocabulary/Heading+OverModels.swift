import RunRecords

extension Heading {
  /// What the name means in a curve over models, where `train_mean` or `test_scores` is a score that has no name of its own.
  var overModels: Heading {
    guard let split, !isIgnored, metric.kind == .other || metric.kind == .score else { return self }
    return Heading(
      name: name, metric: Metric(name: "score", kind: .score, direction: .higherIsBetter), split: split)
  }
}
