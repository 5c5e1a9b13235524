/// One of several runs in a table: some of its columns, or some of its rows.
enum TableRun: Sendable {
  /// The columns that begin with a name, as a chart of Weights & Biases has them: `brave-sun-7 - train/loss`.
  case columns(of: String)
  /// The rows that have a text in a column.
  case rows(with: String, in: Int)

  /// The rows of the parts of one run, whose names in a column are a path and a part of the data: `exp1/train`.
  case parts(of: String, in: Int)

  /// The rows of stretches in which the positions rise, of a table in which they are counted anew for each run.
  case stretches(ClosedRange<Int32>)

  /// The header without the columns of other runs, and with those of this one by the names of their metrics.
  func columns(_ names: [String]) -> [String] {
    if case .parts(_, let column) = self {
      return names.enumerated().map { $0 == column ? "split" : $1 }
    }
    guard case .columns(let run) = self else { return names }
    return names.map { name in
      guard let (owner, metric) = Self.owner(of: name) else { return name }
      return owner == run ? metric : ""
    }
  }

  /// The runs that columns belong to by their names: those of a chart, or those of seeds and folds.
  static func ofColumns(_ columns: [String]) -> [String] {
    let charted = ofChart(columns)
    return charted.isEmpty ? ofRepetitions(columns) : charted
  }

  /// The repetitions of a training that columns such as `train_loss_seed0` and `train_loss_seed1` belong to, if each has
  /// the same columns.
  private static func ofRepetitions(_ columns: [String]) -> [String] {
    var runs: [String] = []
    var metrics: [String: [String]] = [:]
    for column in columns {
      guard let (run, metric) = repetition(column), Heading(metric).metric.isJudged else { continue }
      if metrics[run] == nil { runs.append(run) }
      metrics[run, default: []].append(metric)
    }
    return runs.count > 1 && Set(metrics.values.map { $0.sorted() }).count == 1 ? runs : []
  }

  /// What repetitions of a training are called in front of their number.
  private static let repetitions = ["seed", "run", "fold", "trial"]

  /// The repetition and the metric of `train_loss_seed0`.
  private static func repetition(_ column: String) -> (run: String, metric: String)? {
    let stem = column.reversed().drop { ("0"..."9").contains($0) }.reversed()
    guard stem.count < column.count,
      let word = repetitions.first(where: { String(stem).lowercased().hasSuffix($0) })
    else { return nil }
    let metric = stem.dropLast(word.count)
    guard let mark = metric.last, "_-./ ".contains(mark) else { return nil }
    return (String(column.dropFirst(metric.count)), String(metric.dropLast()))
  }

  /// The runs that the columns of a chart belong to, in their order; none in any other table.
  ///
  /// A chart has the least and the greatest of the values behind each point in columns of their own.
  static func ofChart(_ columns: [String]) -> [String] {
    guard columns.contains(where: { $0.hasSuffix("__MIN") }) else { return [] }
    let names = Set(columns)
    var runs: [String] = []
    for column in columns where names.contains(column + "__MIN") && names.contains(column + "__MAX") {
      if let run = owner(of: column)?.run, !runs.contains(run) { runs.append(run) }
    }
    return runs
  }

  /// The column that says the run of a row, and the one with its name for people.
  static func column(in names: [String]) -> (identifier: Int, name: Int)? {
    let words = names.map { NameWords.cut($0).joined(separator: " ") }
    let identifier = words.firstIndex { ColumnVocabulary.runIdentifiers.contains($0) }
    let name = words.firstIndex { ColumnVocabulary.runNames.contains($0) }
    guard let first = identifier ?? name else { return nil }
    return (first, name ?? first)
  }

  /// The path and the part of the data in a name such as `exp1/train`, as TensorBoard names its runs.
  static func part(in run: String) -> (path: String, part: String)? {
    let names = run.split(separator: "/", omittingEmptySubsequences: true)
    guard let last = names.last, ColumnVocabulary.split(last.lowercased()) != nil else { return nil }
    return (names.dropLast().joined(separator: "/"), String(last))
  }

  static func owner(of column: String) -> (run: String, metric: String)? {
    guard let mark = column.ranges(of: " - ").last else { return repetition(column) }
    return (String(column[..<mark.lowerBound]), String(column[mark.upperBound...]))
  }
}
