/// The curves of a table with one value (or one part of the data) in a row: they are found by what
/// the row says of its metric and split.
struct LongTable {
  private struct Label {
    let metric: [UInt8]
    let split: [UInt8]
    let column: Int
    let curve: Int
  }

  let metricColumns: [Int]
  private let plan: TablePlan
  private var labels: [Label] = []
  private var segments: [SegmentCounter] = []
  private var rowCounts: [Int] = []
  /// The label that was found last; the next one is likely to follow it.
  private var latest = 0
  private static let mostLabels = 4_096

  init(plan: TablePlan, metricColumns: [Int]) {
    self.plan = plan
    self.metricColumns = metricColumns
  }

  /// The curve that a cell of the current row belongs to; `nil` for what is no curve.
  mutating func curve(
    for column: Int, in scanner: RecordScanner, source: String, curves: inout [Curve]
  ) throws(LogError) -> Int? {
    let metric = plan.metricNameColumn.map { CellValue.trimmed(scanner.bytes($0)) }
    let split = plan.splitColumn.map { CellValue.trimmed(scanner.bytes($0)) }
    for offset in 1...max(labels.count, 1) where !labels.isEmpty {
      let index = (latest + offset) % labels.count
      let label = labels[index]
      if label.column == column, Self.equal(label.metric, metric), Self.equal(label.split, split) {
        latest = index
        return label.curve < 0 ? nil : label.curve
      }
    }
    guard labels.count < Self.mostLabels else {
      throw LogError(
        .malformed, source: source, "there are more than \(Self.mostLabels) different metrics",
        line: scanner.line, advice: "Write one file for each run.")
    }
    let heading = heading(column, scanner)
    let isCurve = !heading.isIgnored && !heading.name.isEmpty
    labels.append(
      Label(
        metric: metric.map { Array($0) } ?? [], split: split.map { Array($0) } ?? [], column: column,
        curve: isCurve ? curves.count : -1))
    latest = labels.count - 1
    guard isCurve else { return nil }
    curves.append(
      Curve(heading: heading, column: column + 1, limit: Curve.limit(sharedBy: max(64, 4 * labels.count))))
    segments.append(SegmentCounter())
    rowCounts.append(0)
    return curves.count - 1
  }

  /// The number of the current row among those of its curve, which is its position where no column says it.
  mutating func count(of curve: Int) -> Double {
    rowCounts[curve] += 1
    return Double(rowCounts[curve])
  }

  /// The stretch of a curve that a position is in.
  mutating func segment(of curve: Int, at position: Double) -> Int32 {
    segments[curve].advance(to: position)
  }

  /// The heading of a row's value: its split and its metric, as one name.
  private func heading(_ column: Int, _ scanner: RecordScanner) -> Heading {
    let metric = plan.metricNameColumn.map { scanner.text($0) } ?? plan.columns[column]
    let split = plan.splitColumn.map { Self.split(scanner.text($0), in: plan.columns[$0]) } ?? ""
    let own = Heading(metric)
    return split.isEmpty || own.split != nil || own.metric.isOfRun ? own : Heading("\(split)_\(metric)")
  }

  /// What a cell says of the part of the data: `True` below `is_train` is a word for it too.
  private static func split(_ text: String, in column: String) -> String {
    guard NameWords.cut(column).first == "is" else { return TableRun.part(in: text)?.part ?? text }
    return ["true", "1", "yes"].contains(text.lowercased()) ? "train" : "val"
  }

  private static func equal(_ bytes: [UInt8], _ cell: UnsafeBufferPointer<UInt8>?) -> Bool {
    guard let cell else { return bytes.isEmpty }
    return bytes.count == cell.count && bytes.elementsEqual(cell)
  }
}
