import RunRecords

/// The loss and accuracy of a model that looks at no input.
public struct ChanceLevel: Sendable, Hashable {
  /// Where the level is known from.
  public enum Source: Sendable, Hashable {
    /// The number of classes was given.
    case classCount(Int)
    /// The number of classes was guessed from a loss and an accuracy that go with each other.
    case guessedClassCount(Int)
    /// The loss was given.
    case loss
  }

  public let source: Source
  /// The number of classes K; `nil` where only the loss is known.
  public let classCount: Int?
  /// The loss that was given, else the cross-entropy of equal guesses, ln K, in nats.
  public let loss: Double

  /// The accuracy of equal guesses, 1/K; `nil` where the number of classes is not known.
  public var accuracy: Double? { classCount.map { 1 / Double($0) } }

  /// The number of classes where the loss is that of equally frequent ones, to half a percent.
  public var equalClassCount: Int? {
    classCount.flatMap { abs(loss / Double($0).naturalLog - 1) <= 0.005 ? $0 : nil }
  }

  /// The level of equal guesses among so many classes.
  private init(_ source: Source, classCount: Int) {
    self.source = source
    self.classCount = classCount
    loss = Double(classCount).naturalLog
  }

  /// The level of a loss that is known.
  private init(loss: Double, classCount: Int?) {
    source = .loss
    self.classCount = classCount
    self.loss = loss
  }

  /// The share of the way from guessing to all right, (a - 1/K) / (1 - 1/K), that an accuracy a has behind it; below 0
  /// for one that is worse than guessing, `nil` where the number of classes is not known.
  func skill(ofAccuracy accuracy: Double) -> Double? {
    self.accuracy.map { (accuracy - $0) / (1 - $0) }
  }

  /// The level of guessing on a split, by the accuracies that were logged of it where the loss itself is not known.
  ///
  /// - Parameter highest: The highest of the medians of five accuracies around each, where it is known.
  func guessing(accuracies: [Double]?, highest: Double? = nil) -> GuessingLevel {
    guard source != .loss, let classCount else { return GuessingLevel(loss: loss) }
    return GuessingLevel(classCount: Double(classCount), accuracies: accuracies, highest: highest)
  }

  /// The level of a run, from its facts; else guessed from its first values, or else from its last.
  ///
  /// A guess needs a loss within 5 % of ln K and accuracies within half of 1/K, and within 10 points; or losses of both
  /// splits that began within 0.3 % of the same ln K, for up to 20 classes, and accuracies of at least half of 1/K: a
  /// model that learns in small steps has that loss long after its accuracy has left 1/K. A run without an accuracy
  /// never gets one.
  init?(facts: RunFacts, first: Reading, last: Reading) {
    if let loss = facts.guessingLoss, loss > 0, loss.isFinite {
      self.init(loss: loss, classCount: facts.classCount.flatMap { $0 >= 2 ? $0 : nil })
      return
    }
    if let count = facts.classCount {
      guard count >= 2 else { return nil }
      self.init(.classCount(count), classCount: count)
      return
    }
    guard
      let count = Self.classCount(by: first) ?? Self.classCount(by: last) ?? Self.classCount(ofStart: first)
    else { return nil }
    self.init(.guessedClassCount(count), classCount: count)
  }

  /// What a log says at one time: the losses, that of training first, and the accuracies logged beside them.
  struct Reading {
    let losses: [Double]
    let accuracies: [Double]
  }

  private static func classCount(by reading: Reading) -> Int? {
    guard let loss = reading.losses.first, loss > 0.5, loss < 7, !reading.accuracies.isEmpty else {
      return nil
    }
    let count = Int(loss.exponential.rounded())
    guard count >= 2 else { return nil }
    let size = Double(count)
    let reach = min(0.5 / size, 0.1)
    guard abs(loss - size.naturalLog) <= 0.05 * size.naturalLog,
      reading.accuracies.allSatisfy({ abs($0 - 1 / size) <= reach })
    else { return nil }
    return count
  }

  private static func classCount(ofStart reading: Reading) -> Int? {
    guard reading.losses.count >= 2, reading.losses.allSatisfy({ $0 > 0.5 && $0 < 3.1 }),
      let count = reading.losses.first.map({ Int($0.exponential.rounded()) }), (2...20).contains(count),
      case let level = Double(count).naturalLog,
      reading.losses.allSatisfy({ abs($0 - level) <= 0.003 * level }),
      !reading.accuracies.isEmpty, reading.accuracies.allSatisfy({ $0 >= 0.5 / Double(count) })
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
