import RunRecords

extension RunRecord {
  /// Whether the losses of one run are those that the other begins or ends with, but for the digits that were printed.
  func hasLosses(of other: RunRecord) -> Bool {
    let pairs = [Split.training, .validation].compactMap { split in
      let own = first(.loss, split)?.values
      let others = other.first(.loss, split)?.values
      return own == nil && others == nil ? nil : (own ?? [], others ?? [])
    }
    return !pairs.isEmpty
      && pairs.allSatisfy { SuccessiveRuns.retell($0, $1) }
  }
}
