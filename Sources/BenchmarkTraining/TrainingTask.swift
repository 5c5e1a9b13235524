/// What a network is asked for: one of several classes, or a number.
enum TrainingTask: Sendable, Hashable {
  /// Classes 0 to K - 1, judged by the cross-entropy; two classes by one output or by two.
  case classification(classes: Int, outputs: Int)
  /// A number, judged by the squared error.
  case regression

  /// Two classes by one output.
  static let binary = classification(classes: 2, outputs: 1)

  /// One class of several, an output for each.
  static func classes(_ count: Int) -> TrainingTask { .classification(classes: count, outputs: count) }

  /// The number of classes; `nil` for a regression.
  var classCount: Int? {
    if case .classification(let classes, _) = self { classes } else { nil }
  }

  /// The number of the network's outputs.
  var outputCount: Int {
    if case .classification(_, let outputs) = self { outputs } else { 1 }
  }
}
