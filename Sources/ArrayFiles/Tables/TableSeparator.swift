import Texts

/// Finds what stands between the cells of a table.
enum TableSeparator {
  private static let sampleLines = 20
  private static let sampleBytes = 1 << 20

  /// The separator that the most of the first lines have equally often; the comma where there is only one
  /// column.
  static func find(_ bytes: UnsafeBufferPointer<UInt8>) -> TableOptions.Separator {
    let lines = bytes.prefix(sampleBytes).split(maxSplits: sampleLines) { $0 == 0x0A || $0 == 0x0D }
      .prefix(sampleLines)
    var best = (agreeing: 0, count: 0)
    var found = TableOptions.Separator.comma
    for separator in TableOptions.Separator.allCases {
      let counts = lines.map { QuotedLine.count(separator.rawValue, in: $0) }
      guard let count = counts.first, count > 0 else { continue }
      let agreeing = counts.count { $0 == count }
      if (agreeing, count) > best {
        best = (agreeing, count)
        found = separator
      }
    }
    return found
  }
}
