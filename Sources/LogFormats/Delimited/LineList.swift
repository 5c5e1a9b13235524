/// Line numbers collected for a note, joined to ranges: `9-16, 20`.
struct LineList {
  private(set) var count = 0
  private(set) var first: Int?
  private var ranges: [ClosedRange<Int>] = []
  private static let mostRanges = 8

  mutating func append(_ line: Int) {
    count += 1
    if first == nil { first = line }
    if let last = ranges.last, last.upperBound + 1 == line {
      ranges[ranges.count - 1] = last.lowerBound...line
    } else if ranges.count < Self.mostRanges {
      ranges.append(line...line)
    }
  }

  /// `Line 9` or `Lines 9-16, 20`, with `...` where there are more.
  var text: String {
    let shown = ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
    let covered = ranges.reduce(0) { $0 + $1.count }
    let list = shown.joined(separator: ", ") + (covered < count ? ", ..." : "")
    return (count == 1 ? "Line " : "Lines ") + list
  }
}
