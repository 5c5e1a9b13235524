import RunRecords

extension Metric {
  /// Whether it is a quantity of the run itself, such as its learning rate.
  var isOfRun: Bool { kind == .learningRate || kind == .gradientNorm || kind == .time }
  /// Whether curves of it are judged.
  var isJudged: Bool { kind == .loss || kind == .accuracy || kind == .score }
}
