/// Points by at most two questions about signals, the second of which depends on the answer to the first: what two
/// signals say together beyond what each says alone.
///
/// A signal that is missing counts as low.
public struct ShallowTree: Sendable, Hashable {
  /// Whether a signal is above a threshold.
  public struct Question: Sendable, Hashable {
    public let signal: Signal
    public let threshold: Double
    /// The place of the signal among all, looked up once.
    private let index: Int

    public init(_ signal: Signal, above threshold: Double) {
      self.signal = signal
      self.threshold = threshold
      index = signal.ordinal
    }

    func isAnsweredByYes(_ signals: SignalValues) -> Bool { signals.numbers[index] > threshold }
  }

  /// What is asked, and the points for either answer.
  public struct Branch: Sendable, Hashable {
    /// `nil` where nothing more is asked; the points are the same then.
    public let question: Question?
    public let low: Double
    public let high: Double

    public init(_ question: Question?, low: Double, high: Double) {
      self.question = question
      self.low = low
      self.high = high
    }

    var mean: Double { (low + high) / 2 }

    func points(for signals: SignalValues) -> Double {
      guard let question, question.isAnsweredByYes(signals) else { return low }
      return high
    }
  }

  public let question: Question
  /// What follows where the signal is low or missing.
  public let low: Branch
  /// What follows where the signal is high.
  public let high: Branch

  public init(_ question: Question, low: Branch, high: Branch) {
    self.question = question
    self.low = low
    self.high = high
  }

  private func branch(for signals: SignalValues) -> Branch {
    question.isAnsweredByYes(signals) ? high : low
  }

  /// The points that the signals of a run get.
  func points(for signals: SignalValues) -> Double { branch(for: signals).points(for: signals) }

  /// The points as shares of the signals that were asked for: the first has the mean of its branch, the second what its
  /// own answer adds to that.
  func contributions(_ signals: SignalValues) -> [(signal: Signal, points: Double)] {
    let branch = branch(for: signals)
    let first = (question.signal, branch.mean)
    guard let second = branch.question else { return [(question.signal, branch.low)] }
    return [first, (second.signal, branch.points(for: signals) - branch.mean)]
  }
}
