extension TrainingCallback {
  /// Writes a line for every epoch: `Epoch [3/30], Train Loss: 0.5312, Train Acc: 81.33%, Val Loss: 0.9123,
  /// Val Acc: 70.12%`.
  ///
  /// - Parameters:
  ///   - redraws: Whether the text goes to a terminal, where a bar shows how far the epoch has come.
  ///   - write: Takes text as it is, with its line ends.
  public static func progress(
    redraws: Bool = false, write: @escaping (String) -> Void
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

/// How far something has come, in characters.
struct ProgressBar {
  private static let width = 24

  /// How many characters of the bar are filled.
  let filled: Int
  let text: String

  init(done: Int, of total: Int) {
    filled = total > 0 ? min(done, total) * Self.width / total : 0
    text =
      "[" + String(repeating: "=", count: filled) + String(repeating: " ", count: Self.width - filled)
      + "] \(done)/\(total)"
  }
}

/// Numbers with a fixed count of decimals.
enum Decimals {
  static func fixed(_ value: Double, _ places: Int) -> String {
    guard value.isFinite else { return "\(value)" }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = (value.magnitude * scale).rounded()
    // Beyond 2⁵³ the decimals of a number say nothing.
    guard scaled < 0x1p53 else { return "\(value)" }
    let digits = String(Int(scaled))
    let padded = String(repeating: "0", count: max(places + 1 - digits.count, 0)) + digits
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return sign + padded.dropLast(places) + "." + padded.suffix(places)
  }
}
