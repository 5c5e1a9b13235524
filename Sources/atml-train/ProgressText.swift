import ATMLTrain
import CommandSupport

/// What the command prints while it works.
struct ProgressText: Sendable {
  let isQuiet: Bool

  private var redraws: Bool { Terminal.standardOutput.redraws }

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
    try folder.decoded { done, total in
      if done.isMultiple(of: 50) || done == total {
        redraw("Reading images \(done)/\(total)", isLast: done == total)
      }
    }
  }

  /// Writes a line in place of what is drawn.
  func end(with line: String) {
    redraw("", isLast: true)
    write(line)
  }

  /// Shows on a terminal how far something is, in a line that goes with the last text.
  func redraw(_ text: @autoclosure () -> String, isLast: Bool) {
    guard redraws, !isQuiet else { return }
    write("\r\u{1B}[K" + (isLast ? "" : text()))
  }
}
