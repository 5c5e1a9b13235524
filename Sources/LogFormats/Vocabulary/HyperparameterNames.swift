import RunRecords
import Texts

/// The names of columns that hold the values of a hyperparameter, over which scores are given.
enum HyperparameterNames {
  /// How scikit-learn names them: `param_gamma`, `param_svc__C`.
  private static let prefix = "param_"

  /// Words that make such a name one of something that was measured on the parameters of a model.
  private static let measured: Set<String> = [
    "norm", "norms", "grad", "gradient", "count", "mean", "std", "update",
  ]

  /// The name of the hyperparameter of a column; `nil` for other columns.
  static func name(of column: String) -> String? {
    guard column.hasPrefix(prefix), column.utf8.count > prefix.utf8.count,
      measured.isDisjoint(with: NameWords.cut(column))
    else { return nil }
    return String(column.dropFirst(prefix.count))
  }

  /// The columns among others that hold them: those that say so, else one that is called like a hyperparameter, or stands
  /// beside means and deviations, and all that was measured are scores.
  static func places(in columns: [String], _ headings: [Heading]) -> [Int] {
    let named = columns.indices.filter { name(of: columns[$0]) != nil }
    guard named.isEmpty else { return named }
    let measured = headings.map(\.overModels).filter {
      $0.split != nil && $0.metric.isJudged && !$0.isIgnored
    }
    guard measured.contains(where: { $0.split != .training }),
      measured.allSatisfy({ $0.metric.kind == .score })
    else { return [] }
    let known = columns.indices.filter { index in
      let words = NameWords.cut(columns[index].split(separator: "__").last.map(String.init) ?? "")
      return ColumnVocabulary.parameters.contains(words.joined(separator: " "))
    }
    guard known.isEmpty, measured.allSatisfy({ $0.name.hasSuffix("mean") || $0.name.hasPrefix("mean") })
    else {
      return known
    }
    let others = columns.indices.filter {
      headings[$0].split == nil && headings[$0].metric.kind == .other && !columns[$0].isEmpty
    }
    return others.count == 1 ? others : []
  }

  /// The error for scores over several hyperparameters, or over one whose values are no numbers.
  static func noOrder(of names: [String], source: String, columns: [String]) -> LogError {
    let list = NameList.brief(names.map { PrintableText.clean($0) })
    return names.count > 1
      ? LogError(
        .unrecognized, source: source, "these are scores over several hyperparameters, \(list)",
        columns: columns,
        advice: "Keep the entries in which only one of them changes, and its values alone.")
      : LogError(
        .malformed, source: source, "\(list) holds values that are no numbers",
        expected: "numbers, for only those have an order",
        advice: "Compare such values in a table; a curve cannot be drawn over them.")
  }

  /// Whether a column holds the scores that a search of scikit-learn chooses by.
  static func isResultOfSearch(_ column: String) -> Bool { column.hasPrefix("mean_test_") }

  /// Whether a column holds the scores of one fold, beside those of the mean over all.
  static func isOfFold(_ column: String) -> Bool {
    guard column.hasPrefix("split"), let end = column.firstIndex(of: "_") else { return false }
    return Int(column[column.index(column.startIndex, offsetBy: 5)..<end]) != nil
  }
}
