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
  /// Checks that a run has the data, the order of samples and the measures that the checkpoint's has.
  ///
  /// With another seed another part of the data may have been kept back, and samples that were trained on would
  /// be taken for validation. The facts stand above the whole record: with other batches, or with training losses that
  /// are taken otherwise, they would be wrong for the epochs before.
  func check(facts other: RunFacts, shuffleSeed otherSeed: UInt64?) throws(CheckpointError) {
    if let kept = facts.trainingLossMode, let found = other.trainingLossMode, kept != found {
      throw different("\(kept.wording), not \(found.wording)")
    }
    for (name, count) in [
      ("samples in a batch", \RunFacts.batchSize), ("training samples", \.trainingSize),
      ("validation samples", \.validationSize), ("classes", \.classCount),
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
      path: path,
      problem:
        "the run was begun with \(difference); go on with the same data, the same seed and the same options")
  }
}

extension RunFacts.TrainingLossMode {
  /// The mode as a message says it.
  fileprivate var wording: String {
    switch self {
    case .running: "training losses that are means over the steps"
    case .evaluation: "training losses that are measured again after each epoch"
    }
  }
}
