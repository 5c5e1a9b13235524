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
      && pairs.allSatisfy { one, other in
        let (short, long) = one.count < other.count ? (one, other) : (other, one)
        let ends = [long.prefix(short.count), long.suffix(short.count)]
        return !short.isEmpty && ends.contains { Self.areEqual(short, $0) }
      }
  }

  private static func areEqual(_ one: [Double], _ other: ArraySlice<Double>) -> Bool {
    zip(one, other).allSatisfy { abs($0 - $1) <= 5.5e-5 + 1e-4 * abs($0) || $0.isNaN && $1.isNaN }
  }
}
