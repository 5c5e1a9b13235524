extension RunTruth: Codable {
  private enum CodingKeys: String, CodingKey {
    case family, epochs, labels, onset, config, attributes, remedies
    case testLoss = "test_loss"
    case testAccuracy = "test_acc"
  }

  private struct Attributes: Codable {
    let chance: Double

    enum CodingKeys: String, CodingKey {
      case chance = "chance_test"
    }
  }

  private struct Config: Codable {
    let schedule: String?

    enum CodingKeys: String, CodingKey {
      case schedule = "sched"
    }
  }

  private struct Retraining: Codable {
    let gain: Double
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let labels = try values.decode([String: Bool?].self, forKey: .labels)
    let losses = try values.decode([Double?].self, forKey: .testLoss).map { $0 ?? .infinity }
    let accuracies = try values.decodeIfPresent([Double].self, forKey: .testAccuracy)
    guard try values.decode(Int.self, forKey: .epochs) == losses.count, !losses.isEmpty else {
      throw DecodingError.dataCorruptedError(
        forKey: .testLoss, in: values, debugDescription: "There is not one test loss for each epoch.")
    }
    guard accuracies.map({ $0.count == losses.count }) ?? true else {
      throw DecodingError.dataCorruptedError(
        forKey: .testAccuracy, in: values, debugDescription: "There is not one accuracy for each epoch.")
    }
    let named = labels.compactMap { name, value in
      Label(rawValue: name).flatMap { label in value.map { (label, $0) } }
    }
    self.init(
      family: try values.decode(String.self, forKey: .family),
      labels: Dictionary(uniqueKeysWithValues: named),
      onset: try values.decodeIfPresent(Onset.self, forKey: .onset),
      chance: try values.decode(Attributes.self, forKey: .attributes).chance,
      schedule: try values.decodeIfPresent(Config.self, forKey: .config)?.schedule,
      gains: try values.decode([String: Retraining].self, forKey: .remedies).mapValues(\.gain),
      testLoss: losses, testAccuracy: accuracies)
  }

  /// Writes labels that are ambiguous, and losses that are no numbers, as null.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(family, forKey: .family)
    try values.encode(epochs, forKey: .epochs)
    let named = Label.allCases.map { ($0.rawValue, labels[$0]) }
    try values.encode(Dictionary(uniqueKeysWithValues: named), forKey: .labels)
    try values.encode(onset, forKey: .onset)
    try values.encode(Attributes(chance: chance), forKey: .attributes)
    try values.encodeIfPresent(schedule.map(Config.init), forKey: .config)
    try values.encode(gains.mapValues(Retraining.init), forKey: .remedies)
    try values.encode(testLoss.map { $0.isFinite ? $0 : nil }, forKey: .testLoss)
    try values.encodeIfPresent(testAccuracy, forKey: .testAccuracy)
  }
}

extension RunTruth.Onset: Codable {
  private enum CodingKeys: String, CodingKey {
    case epoch = "onset_epoch"
    case interval = "onset_interval"
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let bounds = try values.decode([Double].self, forKey: .interval)
    guard bounds.count == 2, bounds[0] <= bounds[1] else {
      throw DecodingError.dataCorruptedError(
        forKey: .interval, in: values, debugDescription: "An interval is two epochs, the first one first.")
    }
    self.init(
      epoch: try values.decode(Double.self, forKey: .epoch), interval: bounds[0]...bounds[1])
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(epoch, forKey: .epoch)
    try values.encode([interval.lowerBound, interval.upperBound], forKey: .interval)
  }
}
