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
  }

  /// How many questions are asked in a row at most.
  public static let mostQuestions = 4

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
}
