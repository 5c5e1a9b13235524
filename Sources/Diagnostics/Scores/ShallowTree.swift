/// Points by a few questions about signals, each of which depends on the answers to those before it: what signals say
/// together beyond what each says alone.
///
/// A signal that is missing counts as low.
public indirect enum ShallowTree: Sendable, Hashable {
  /// Nothing more is asked.
  case points(Double)
  /// What is asked, and what follows where the signal is low or missing, and where it is high.
  case question(Question, low: ShallowTree, high: ShallowTree)

  /// Whether a signal is above a threshold.
  public struct Question: Sendable, Hashable {
    public let signal: Signal
    public let threshold: Double

    public init(_ signal: Signal, above threshold: Double) {
      self.signal = signal
      self.threshold = threshold
    }

    func isAnsweredByYes(_ signals: SignalValues) -> Bool { signals.numbers[signal.ordinal] > threshold }
  }

  /// How many questions are asked in a row at most.
  public static let mostQuestions = 3

  /// How many questions are asked in a row at most in this tree.
  public var depth: Int {
    switch self {
    case .points: 0
    case .question(_, let low, let high): 1 + max(low.depth, high.depth)
    }
  }

  /// The lowest and the highest points that a run can get.
  public var range: ClosedRange<Double> {
    switch self {
    case .points(let points): points...points
    case .question(_, let low, let high):
      min(low.range.lowerBound, high.range.lowerBound)...max(low.range.upperBound, high.range.upperBound)
    }
  }

  /// The mean of what either answer to its first question comes to.
  private var mean: Double {
    switch self {
    case .points(let points): points
    case .question(_, let low, let high): (low.mean + high.mean) / 2
    }
  }

  /// The points that the signals of a run get.
  func points(for signals: SignalValues) -> Double {
    switch self {
    case .points(let points): points
    case .question(let question, let low, let high):
      (question.isAnsweredByYes(signals) ? high : low).points(for: signals)
    }
  }

  /// The points as shares of the signals that are asked for: the first has the mean of what follows its answer, each
  /// other one what its own answer adds to that.
  func contributions(_ signals: SignalValues) -> [(signal: Signal, points: Double)] {
    var shares: [(signal: Signal, points: Double)] = []
    var (tree, before) = (self, 0.0)
    while case .question(let question, let low, let high) = tree {
      tree = question.isAnsweredByYes(signals) ? high : low
      shares.append((question.signal, tree.mean - before))
      before = tree.mean
    }
    return shares
  }
}
