extension TrainingCallback {
  /// Writes a line for every epoch: `Epoch [3/30], Train Loss: 0.5312, Train Acc: 81.33%, Val Loss: 0.9123,
  /// Val Acc: 70.12%`.
  ///
  /// - Parameters:
  ///   - redraws: Whether the text goes to a terminal, where a bar shows how far the epoch has come.
  ///   - write: Takes text as it is, with its line ends; prints it unless given.
  public static func progress(
    redraws: Bool = false, write: @escaping (String) -> Void = { print($0, terminator: "") }
  ) -> TrainingCallback {
    let lineStart = "\r\u{1B}[K"
    var drawn = -1
    return TrainingCallback { event in
      switch event {
      case .began, .ended: break
      case .epochBegan: drawn = -1
      case .batchEnded(let batch):
        let bar = ProgressBar(done: batch.batch, of: batch.batchCount)
        // A bar that would look the same is not written again.
        guard redraws, bar.filled != drawn else { break }
        drawn = bar.filled
        write("\(lineStart)Epoch \(batch.epoch) \(bar.text)")
      case .epochEnded(let record, let progress):
        write((redraws ? lineStart : "") + record.line(of: progress.plannedEpochs) + "\n")
      }
      return .proceed
    }
  }
}

extension EpochRecord {
  /// The epoch in a line, such as `Epoch [3/30], Train Loss: 0.5312, Train Acc: 81.33%`.
  public func line(of epochs: Int) -> String {
    var parts = ["Epoch [\(epoch)/\(epochs)]"]
    let training = reevaluatedTraining ?? training
    for (split, measures) in [("Train", training), ("Val", validation)] {
      guard let measures else { continue }
      parts.append("\(split) Loss: \(Decimals.fixed(measures.loss, 4))")
      if let accuracy = measures.accuracy {
        parts.append("\(split) Acc: \(Decimals.fixed(accuracy * 100, 2))%")
      }
    }
    return parts.joined(separator: ", ")
  }
}
