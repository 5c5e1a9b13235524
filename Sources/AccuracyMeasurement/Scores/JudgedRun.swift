/// A run's truth beside what was predicted of it.
package struct JudgedRun: Sendable {
  package let id: String
  package let truth: RunTruth
  /// What was predicted; a prediction with nothing in it where there is none.
  package let prediction: Prediction

  /// Whether the truth knows that a label holds.
  func has(_ label: Label) -> Bool { truth.labels[label] == true }

  /// Whether the truth knows that a label does not hold.
  func lacks(_ label: Label) -> Bool { truth.labels[label] == false }
}

extension [JudgedRun] {
  /// Every run of the truth, ordered by name.
  package init(_ predictions: [String: Prediction], against truth: [String: RunTruth]) {
    self = truth.sorted { $0.key < $1.key }.map { id, truth in
      JudgedRun(id: id, truth: truth, prediction: predictions[id] ?? Prediction(run: id))
    }
  }
}
