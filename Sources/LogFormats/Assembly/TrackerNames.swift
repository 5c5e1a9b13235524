import RunRecords

/// The names that trackers, such as TensorBoard, are given beside those of metrics.
enum TrackerNames {
  private static let epochs: Set<String> = ["epoch", "epochs", "current epoch"]
  private static let axes = ColumnVocabulary.axes.values.reduce(into: Set<String>()) { $0.formUnion($1) }

  /// Whether values of the name say the epoch of a step, as `epoch` or `train/epoch` do.
  static func isEpoch(_ name: String) -> Bool { epochs.contains(lastWords(of: name)) }

  /// Whether values of the name count something and measure nothing, as `trainer/global_step` does.
  static func isAxis(_ name: String) -> Bool { axes.contains(lastWords(of: name)) }

  /// The curves of a run without what is none, and what is to be said of the others.
  static func chosen(_ curves: [Curve]) -> (curves: [Curve], notes: [RunNote]) {
    let isHuggingFace = curves.contains { $0.heading.name == "train/train_loss" }
    guard isHuggingFace, curves.contains(where: { $0.heading.name == "train/loss" }) else {
      // Lightning writes a placeholder.
      return (curves.filter { $0.heading.name != "hp_metric" }, [])
    }
    return (
      // Hugging Face's mean over the whole run is no curve.
      curves.filter { $0.heading.name != "train/train_loss" },
      [RunNote(.interpretation, "train/loss: each value is the mean since the one before.")]
    )
  }

  private static func lastWords(of name: String) -> String {
    NameWords.cut(String(name.split(separator: "/").last ?? "")).joined(separator: " ")
  }
}
