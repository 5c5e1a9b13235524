import Tensors

extension TrainingCallback {
  /// Stops when the validation loss has not improved for `patience` epochs in a row, and gives the model the weights of
  /// its best epoch back, also where all epochs are made (Prechelt 1998).
  ///
  /// It looks at the history alone, so that a resumed run stops where an unbroken one would.
  /// - Parameters:
  ///   - patience: how many epochs without progress are one too many.
  ///   - smallestProgress: by how much a loss has to be lower to count.
  ///   - restoringBest: whether the model gets the weights of its best epoch back.
  /// - Precondition: a patience of at least 1; no negative progress.
  public static func earlyStopping(
    patience: Int, smallestProgress: Double = 0, restoringBest: Bool = true
  ) -> TrainingCallback {
    require(
      patience >= 1 && smallestProgress >= 0, "a patience of \(patience), a progress of \(smallestProgress)")
    return TrainingCallback { event in
      switch event {
      case .began(let progress), .epochEnded(_, let progress):
        let waited = progress.epochsWithoutProgress(of: smallestProgress)
        return waited >= patience
          ? .stop(.noProgress(epochs: waited), restoringBest: restoringBest) : .proceed
      case .ended(let reason, _): return restoringBest ? .stop(reason, restoringBest: true) : .proceed
      default: return .proceed
      }
    }
  }
}

extension TrainingProgress {
  /// How many epochs in a row, to the last one, were no better than the best before them.
  fileprivate func epochsWithoutProgress(of smallestProgress: Double) -> Int {
    var best = Double.infinity
    var waited = 0
    for record in history {
      if record.judged.loss < best - smallestProgress {
        best = record.judged.loss
        waited = 0
      } else {
        waited += 1
      }
    }
    return waited
  }
}
