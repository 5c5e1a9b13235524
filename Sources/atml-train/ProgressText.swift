import ATMLTrain
import CommandSupport

/// What the command prints while it works.
struct ProgressText: Sendable {
  let isQuiet: Bool

  private var redraws: Bool { Terminal.standardOutput.isInteractive }

  /// Writes text as it is; that it cannot be written is no reason to stop training.
  func write(_ text: String) {
    guard !isQuiet else { return }
    try? Terminal.standardOutput.write(Array(text.utf8))
  }

  var callback: TrainingCallback {
    .progress(redraws: redraws && !isQuiet) { write($0) }
  }

  /// Decodes a folder of images, and shows how far that is.
  func decode(_ folder: ImageFolder) throws(DatasetError) -> ImageDataset {
    let shows = redraws && !isQuiet
    let images = try folder.decoded { done, total in
      if shows, done.isMultiple(of: 100) || done == total {
        write("\r\u{1B}[KReading images \(done)/\(total)")
      }
    }
    if shows { write("\r\u{1B}[K") }
    return images
  }
}
