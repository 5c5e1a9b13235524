import RunRecords

/// The loss and accuracy of a model that has learned nothing.
public struct ChanceLevel: Sendable, Hashable {
  /// Where the level is known from.
  public enum Source: Sendable, Hashable {
    /// The number of classes was given.
    case classCount(Int)
    /// The number of classes was guessed from a loss and an accuracy that go with each other.
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

  /// The level of a run, from its facts; else guessed from its first values, or else from its last.
  ///
  /// A guess needs a loss within 5 % of ln K and accuracies within half of 1/K, and within 10 points, so
  /// that a run without an accuracy never gets one.
  init?(facts: RunFacts, first: Reading, last: Reading) {
    if let count = facts.classCount {
      guard count >= 2 else { return nil }
      self.init(.classCount(count))
      return
    }
    guard let count = Self.classCount(by: first) ?? Self.classCount(by: last) else { return nil }
    self.init(.guessedClassCount(count))
  }

  /// What a log says at one time: a loss, and the accuracies logged beside it.
  struct Reading {
    let loss: Double?
    let accuracies: [Double]
  }

  private static func classCount(by reading: Reading) -> Int? {
    guard let loss = reading.loss, loss > 0.5, loss < 7, !reading.accuracies.isEmpty else { return nil }
    let count = Int(loss.exponential.rounded())
    guard count >= 2 else { return nil }
    let size = Double(count)
    let reach = min(0.5 / size, 0.1)
    guard abs(loss - size.naturalLog) <= 0.05 * size.naturalLog,
      reading.accuracies.allSatisfy({ abs($0 - 1 / size) <= reach })
    else { return nil }
    return count
  }

  /// The least cross-entropy of a model that looks at no input and is right in a share of the cases;
  /// `nil` for shares of 0 and 1.
  ///
  /// Such a model always answers with the most frequent class, so that no class has a larger share than
  /// it is right in. The entropy of the shares is least where as many classes as fit have that share and
  /// one has the rest.
  static func leastEntropy(accuracy: Double) -> Double? {
    guard accuracy > 0, accuracy < 1 else { return nil }
    let full = (1 / accuracy + 1e-9).rounded(.down)
    let rest = max(0, 1 - full * accuracy)
    let entropy = -full * accuracy * accuracy.naturalLog
    return rest > 1e-9 ? entropy - rest * rest.naturalLog : entropy
  }
}
