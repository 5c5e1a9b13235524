import RunRecords

/// Why a run cannot be taken up from a checkpoint.
public struct CheckpointError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The checkpoint's file, where it was read from one.
  public let path: String?
  /// What was found, what was expected, and what to do.
  public let problem: String

  public var description: String { "\(path ?? "the checkpoint"): \(problem)" }
}

extension Checkpoint {
  /// Checks that a run has the data and the order of samples that the checkpoint's has.
  ///
  /// With another seed another part of the data may have been kept back, and samples that were trained on would
  /// be taken for validation.
  func check(facts other: RunFacts, shuffleSeed otherSeed: UInt64?) throws(CheckpointError) {
    for (name, count) in [
      ("training samples", \RunFacts.trainingSize), ("validation samples", \.validationSize),
      ("classes", \.classCount),
    ] {
      guard let kept = facts[keyPath: count], let found = other[keyPath: count], kept != found else {
        continue
      }
      throw different("\(kept) \(name), not \(found)")
    }
    if let kept = shuffleSeed, let found = otherSeed, kept != found {
      throw different("the seed \(kept), not \(found)")
    }
  }

  private func different(_ difference: String) -> CheckpointError {
    CheckpointError(
      path: path, problem: "the run was begun with \(difference); go on with the same data and the same seed")
  }
}
