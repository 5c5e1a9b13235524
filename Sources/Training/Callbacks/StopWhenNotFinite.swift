extension TrainingCallback {
  /// Stops when the training loss is NaN or infinite: the weights do not recover from it.
  public static var stopWhenNotFinite: TrainingCallback {
    TrainingCallback { event in
      guard case .epochEnded(let record, _) = event, !record.training.loss.isFinite else { return .proceed }
      return .stop(.notFinite)
    }
  }
}
