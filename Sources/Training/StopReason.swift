/// Why training ended.
public enum StopReason: Sendable, Hashable, CustomStringConvertible {
  /// All epochs that were asked for were made.
  case finished
  /// The validation loss has not improved for so many epochs.
  case noProgress(epochs: Int)
  /// The training loss is not a finite number.
  case notFinite
  /// A diagnosis found something.
  case diagnosis(String)
  /// It was ended from outside, amid an epoch that is not recorded.
  case interrupted
  case other(String)

  public var description: String {
    switch self {
    case .finished: "all epochs were made"
    case .noProgress(let epochs): "no better validation loss for \(epochs) epoch\(epochs == 1 ? "" : "s")"
    case .notFinite: "the training loss is no longer a finite number"
    case .diagnosis(let text), .other(let text): text
    case .interrupted: "interrupted"
    }
  }
}
