import RunRecords

extension Remedy {
  /// The remedies that the runs of the benchmark were retrained with, of which it is known what they brought.
  public static let retrained: [Remedy] = [
    .keepBestEpoch, .lowerLearningRate, .raiseLearningRate, .addWeightDecay, .addDropout,
    .reduceRegularization,
    .smallerModel, .largerModel, .trainLonger,
  ]

  /// The remedies that only a neural network can be given.
  private static let ofNetworks: Set<Remedy> = [
    .addWeightDecay, .addDropout, .reduceRegularization, .smallerModel, .largerModel,
  ]

  /// Whether only a neural network can be given it.
  var isOfNetworks: Bool { Self.ofNetworks.contains(self) }
}

extension RunRecord {
  /// Whether the model may be a neural network: boosted trees are none, and curves over models are mostly those of other
  /// ones.
  var mayBeOfNetwork: Bool {
    !axis.isOverModels && format.map { !["catboost", "boosting"].contains(where: $0.hasPrefix) } ?? true
  }
}
