import Tensors

extension TrainingCallback {
  /// Writes a checkpoint at the end of every so many epochs and at the last one, always to the same file.
  ///
  /// Not amid an epoch where a step ended the training: nothing goes on from there to the numbers of an unbroken run.
  /// - Precondition: at least one epoch.
  public static func checkpoints(_ path: String, every epochs: Int = 1) -> TrainingCallback {
    require(epochs >= 1, "a checkpoint every \(epochs) epochs")
    return TrainingCallback { event throws(TrainingError) in
      switch event {
      case .epochEnded(let record, let progress) where record.epoch.isMultiple(of: epochs):
        try progress.checkpoint.write(to: path)
      case .ended(_, let progress) where progress.epoch > 0 && !progress.isAmidEpoch:
        try progress.checkpoint.write(to: path)
      default: break
      }
      return .proceed
    }
  }
}
