import RunRecords

/// Results of boosting by evaluation set and metric, as XGBoost, LightGBM and CatBoost hand them out.
public enum BoostingResults: LogFormat {
  public static func recognizes(_ head: LogHead) -> Recognition {
    guard let sample = head.json, sample.first.members != nil, sample.second == nil else { return .no }
    let lists = sample.first.listNames(joining: mark)
    guard !lists.isEmpty, lists.allSatisfy({ $0.contains(mark) }) else { return .no }
    // Networks have a loss; boosting has an objective by its own name.
    let headings = lists.map { Heading($0) }
    let areNamed = headings.allSatisfy {
      $0.metric != .loss && $0.component.isEmpty && $0.metric.kind != .other
    }
    guard areNamed else { return .no }
    let isObjective =
      headings.contains { $0.metric.kind == .loss } || headings.contains { $0.setNumber != nil }
    return isObjective ? .certain : .possible
  }

  /// Stands between set and metric, as in what XGBoost prints.
  private static let mark = "-"

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    var scanner = JSONScanner(input)
    let tree = try ColumnTree(&scanner, joining: mark)
    var curves = NamedCurves()
    for column in tree.columns {
      for (round, value) in column.values.enumerated() {
        if let value { curves.add(value, to: column.name, at: Double(round)) }
      }
    }
    return try JSONRun.assemble(
      curves, axis: .iteration, names: curves.names.isEmpty ? tree.keys : curves.names, input,
      options: options,
      format: card.id, notes: [])
  }
}
