/// Facts as lines of text, as run records state them above their table.
extension RunFacts {
  /// What is known, a line for each fact, such as `classes: 10`.
  public var statements: [String] {
    var lines = Self.counts.compactMap { name, count in self[keyPath: count].map { "\(name): \($0)" } }
    if let guessingLoss { lines.append("\(Self.guessingName): \(guessingLoss)") }
    if let trainingLossMode { lines.append("\(Self.modeName): \(trainingLossMode.rawValue)") }
    return lines
  }

  /// Takes over a fact that a line states; other lines say nothing.
  public mutating func read(_ line: some StringProtocol) {
    let parts = line.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return }
    let name = parts[0].trimmed
    let value = parts[1].trimmed
    if name == Self.modeName, let mode = TrainingLossMode(rawValue: value) { trainingLossMode = mode }
    if name == Self.guessingName, let loss = Double(value), loss > 0, loss.isFinite { guessingLoss = loss }
    for (known, count) in Self.counts where known == name {
      if let number = Int(value), number > 0 { self[keyPath: count] = number }
    }
  }

  /// These facts, and what they lack from others.
  public func completed(by other: RunFacts) -> RunFacts {
    var facts = self
    for (_, count) in Self.counts where facts[keyPath: count] == nil {
      facts[keyPath: count] = other[keyPath: count]
    }
    facts.guessingLoss = guessingLoss ?? other.guessingLoss
    facts.trainingLossMode = trainingLossMode ?? other.trainingLossMode
    return facts
  }

  private static var counts: [(name: String, count: WritableKeyPath<RunFacts, Int?>)] {
    [
      ("classes", \.classCount), ("batch size", \.batchSize), ("training samples", \.trainingSize),
      ("validation samples", \.validationSize),
    ]
  }

  private static let modeName = "training loss"
  private static let guessingName = "loss of guessing"
}

extension StringProtocol {
  fileprivate var trimmed: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return String(rest)
  }
}
