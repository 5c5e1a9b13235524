import RunRecords

/// The loss and accuracy of a model that has learned nothing.
public struct ChanceLevel: Sendable, Hashable {
  /// Where the level is known from.
  public enum Source: Sendable, Hashable {
    /// The number of classes was given.
    case classCount(Int)
    /// The number of classes was guessed from the first loss and accuracy.
    case guessedClassCount(Int)
  }

  public let source: Source
  /// The cross-entropy of equal guesses, ln K, in nats.
  public let loss: Double
  /// The accuracy of equal guesses, 1/K.
  public let accuracy: Double

  /// Creates the level of equal guesses among the classes of a source.
  ///
  /// - Precondition: There are at least two classes.
  public init(_ source: Source) {
    let count =
      switch source {
      case .classCount(let count), .guessedClassCount(let count): count
      }
    precondition(count >= 2, "chance needs at least two classes, not \(count)")
    self.source = source
    loss = Double(count).naturalLog
    accuracy = 1 / Double(count)
  }

  /// The level of a run, from its facts; else guessed from its first values, if they agree.
  ///
  /// A guess needs a first loss within 5 % of ln K and a first accuracy within half of 1/K, so that a
  /// run without an accuracy never gets one.
  init?(facts: RunFacts, firstLoss: Double?, firstAccuracy: Double?) {
    if let count = facts.classCount {
      guard count >= 2 else { return nil }
      self.init(.classCount(count))
      return
    }
    guard let firstLoss, let firstAccuracy, firstLoss > 0.5, firstLoss < 7 else { return nil }
    let count = Int(firstLoss.exponential.rounded())
    guard count >= 2 else { return nil }
    let size = Double(count)
    guard abs(firstLoss - size.naturalLog) <= 0.05 * size.naturalLog, abs(firstAccuracy * size - 1) <= 0.5
    else { return nil }
    self.init(.guessedClassCount(count))
  }
}
