import RunRecords

/// What each column of a table is for, by its header alone.
struct TablePlan {
  /// What a column holds.
  enum Role: Equatable {
    case ignored
    /// A metric: one value in a row.
    case metric
    /// The position of a row.
    case axis
    /// In a long table, the name of the row's metric.
    case metricName
    /// The part of the data that a row was measured on.
    case split
  }

  let columns: [String]
  private(set) var headings: [Heading]
  private(set) var roles: [Role]
  /// The column of the position; `nil` if rows are to be counted.
  private(set) var axisColumn: Int?
  private(set) var axis = RunAxis.epoch
  /// The columns of hyperparameters in a table that has no other position; of a single one the values are the positions.
  private(set) var hyperparameters: [Int] = []
  /// The column of the step beside a column of epochs.
  private(set) var stepColumn: Int?
  /// The column that counts the batches within an epoch.
  private(set) var batchColumn: Int?
  /// Whether the position is a row number that pandas wrote in front.
  private(set) var hasRowIndex = false
  private(set) var metricNameColumn: Int?
  private(set) var splitColumn: Int?
  /// Whether a column says which run a row is of, by a name for machines.
  private let hasRunIdentifier: Bool

  /// How many columns were left out because there are too many.
  private(set) var leftOut = 0

  /// The most columns that are kept as curves, and how many of them may have no known word.
  static let mostCurves = 4_096
  static let mostUnknown = 256

  init(columns: [String], fileName: String, choice: ColumnChoice) {
    self.columns = columns
    let explained = HeaderHint.explain(columns, fileName: fileName)
    headings = explained.map { Heading($0) }
    if !headings.contains(where: { $0.split != nil }), let split = HeaderHint.split(fileName: fileName) {
      headings = headings.map { $0.metric.isJudged ? $0.measured(on: split) : $0 }
    }
    roles = Array(repeating: .ignored, count: columns.count)
    let words = explained.map { NameWords.cut($0).joined(separator: " ") }
    hasRunIdentifier = words.contains { ColumnVocabulary.runIdentifiers.contains($0) }
    findAxis(words)
    if axis != .epoch || axisColumn == nil, let prefix = NamePrefix.shared(by: columns) {
      axisColumn = columns.firstIndex(of: prefix + "epoch")
      (axis, hasRowIndex) = (.epoch, false)
    }
    if let axisColumn { roles[axisColumn] = .axis }
    if axis.isOverModels { headings = headings.map(\.overModels) }
    if axis == .epoch, axisColumn != nil {
      stepColumn = words.firstIndex { ColumnVocabulary.axes[.step]?.contains($0) ?? false }
    }
    findLongForm(words)
    batchColumn = words.firstIndex { ColumnVocabulary.batchCounters.contains($0) }

    var unknown = 0
    var known = 0
    for index in columns.indices where roles[index] == .ignored {
      let heading = headings[index]
      if choice.names(heading.name) || choice.prefers(heading) {
        roles[index] = .metric
      } else if metricNameColumn != nil {
        if ColumnVocabulary.longValue.contains(words[index]) { roles[index] = .metric }
      } else if isCounter(words[index]) || isRun(words[index]) || heading.isIgnored || heading.name.isEmpty {
        continue
      } else if axis.isOverModels, HyperparameterNames.isOfFold(columns[index]) {
        continue
      } else if heading.metric.kind == .other ? unknown < Self.mostUnknown : known < Self.mostCurves {
        if heading.metric.kind == .other { unknown += 1 } else { known += 1 }
        roles[index] = .metric
      } else {
        leftOut += 1
      }
    }
  }

  /// Whether a row holds one value, or the values of one split.
  var isLong: Bool { metricNameColumn != nil || splitColumn != nil }

  /// Whether a row holds the last values of a run, as a list of runs does.
  var listsRuns: Bool { hasRunIdentifier && !isLong && (axisColumn == nil || hasRowIndex) }

  /// The names that several columns to be judged have.
  var repeatedNames: [String] {
    let names = columns.indices.filter { roles[$0] == .metric && headings[$0].metric.isJudged }.map {
      headings[$0].name
    }
    var counts: [String: Int] = [:]
    for name in names { counts[name, default: 0] += 1 }
    return counts.filter { $0.value > 1 }.keys.sorted()
  }

  /// The name of the hyperparameter whose values are the positions.
  var hyperparameter: String? {
    guard axis == .hyperparameter, let axisColumn else { return nil }
    return HyperparameterNames.name(of: columns[axisColumn]) ?? columns[axisColumn]
  }

  /// Whether any column may be judged.
  var hasJudgedColumn: Bool {
    metricNameColumn != nil
      || headings.indices.contains { roles[$0] == .metric && headings[$0].metric.isJudged }
      || BareSplits.areBoth(headings.indices.filter { roles[$0] == .metric }.map { headings[$0] })
  }

  private mutating func findAxis(_ words: [String]) {
    for candidate in [RunAxis.epoch, .step, .iteration, .trainingSize] {
      guard let names = ColumnVocabulary.axes[candidate] else { continue }
      if let column = words.firstIndex(where: { names.contains($0) }) {
        axisColumn = column
        axis = candidate
        return
      }
    }
    hyperparameters = HyperparameterNames.places(in: columns, headings)
    if hyperparameters.count == 1 {
      axisColumn = hyperparameters[0]
      axis = .hyperparameter
    } else if columns.count > 1, columns[0].isEmpty || columns[0] == "Unnamed: 0" || columns[0] == "index" {
      axisColumn = 0
      hasRowIndex = true
    }
  }

  private mutating func findLongForm(_ words: [String]) {
    let axisColumn = axisColumn
    let isFree = { (index: Int) in index != axisColumn }
    if words.contains(where: { ColumnVocabulary.longValue.contains($0) }) {
      metricNameColumn = words.indices.first { isFree($0) && ColumnVocabulary.longMetric.contains(words[$0]) }
    }
    if let metricNameColumn { roles[metricNameColumn] = .metricName }
    let saysSplit = headings.contains { $0.metric.isJudged && $0.split != nil }
    if !saysSplit {
      splitColumn = words.indices.first { isFree($0) && ColumnVocabulary.longSplit.contains(words[$0]) }
    }
    if let splitColumn { roles[splitColumn] = .split }
  }

  private func isRun(_ words: String) -> Bool {
    ColumnVocabulary.runNames.contains(words) || ColumnVocabulary.runIdentifiers.contains(words)
  }

  /// Whether a column counts something and measures nothing.
  private func isCounter(_ words: String) -> Bool {
    ColumnVocabulary.batchCounters.contains(words)
      || ColumnVocabulary.axes.values.contains { $0.contains(words) }
  }
}
