extension Remedy {
  /// The remedies that the runs of the benchmark were retrained with, of which it is known what they brought.
  public static let retrained: [Remedy] = [
    .keepBestEpoch, .lowerLearningRate, .raiseLearningRate, .addWeightDecay, .addDropout,
    .reduceRegularization,
    .smallerModel, .largerModel, .trainLonger,
  ]
}
