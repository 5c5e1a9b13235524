extension TrainingCallback {
  /// Stops when the training loss is NaN or infinite: the weights do not recover from it.
  public static var stopWhenNotFinite: TrainingCallback {
    TrainingCallback { event in
      switch event {
      case .began(let progress), .epochEnded(_, let progress):
        progress.history.last?.training.loss.isFinite == false ? .stop(.notFinite) : .proceed
      default: .proceed
      }
    }
  }
}
