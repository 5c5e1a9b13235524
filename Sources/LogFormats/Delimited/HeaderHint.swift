import RunRecords

/// What the file name, or the names beside it, add where a header does not say what a column is.
enum HeaderHint {
  /// The header with the names that can be explained written out.
  static func explain(_ columns: [String], fileName: String) -> [String] {
    let lower = columns.map { $0.lowercased() }
    if TensorBoardDownloads.isTable(columns), let name = DownloadName(fileName)?.curve {
      // Wall time is a time stamp there, and no curve.
      return ["timestamp", columns[1], name]
    }
    if let value = lower.firstIndex(of: "value"), lower.count < 4,
      let stem = fileName.split(separator: ".").first,
      lower.allSatisfy({ ["value", "step", "timestamp"].contains($0) }), Heading(String(stem)).metric.isJudged
    {
      // Neptune's values of one series.
      return columns.enumerated().map { $0.offset == value ? String(stem) : $0.element }
    }
    let catBoost = ["learn_error.tsv": "learn", "test_error.tsv": "test"]
    if let split = catBoost[fileName], lower.first == "iter" {
      return columns.enumerated().map { $0.offset == 0 ? $0.element : "\(split)/\($0.element)" }
    }
    let initials = ColumnVocabulary.initials(among: Set(lower))
    return initials.isEmpty ? columns : zip(columns, lower).map { initials[$1] ?? $0 }
  }

  /// The part of the data that a table is about by its file name alone, such as that of sentence-transformers'
  /// `similarity_evaluation_results.csv`.
  static func split(fileName: String) -> Split? {
    let stem = fileName.split(separator: ".").first.map(String.init) ?? fileName
    let words = Set(NameWords.cut(stem))
    let isOfTraining = words.contains { ColumnVocabulary.split($0) == .training }
    return isOfTraining || words.isDisjoint(with: evaluations) ? nil : .validation
  }

  private static let evaluations: Set<String> = ["eval", "evaluation", "val", "valid", "validation"]

  /// The options with names of the header turned into those that ``explain(_:fileName:)`` gives the columns.
  static func translate(_ options: ReadingOptions, from columns: [String], to explained: [String])
    -> ReadingOptions
  {
    func name(_ given: String?) -> String? {
      guard let given, let index = columns.firstIndex(where: { $0.lowercased() == given.lowercased() }) else {
        return given
      }
      return explained[index]
    }
    var options = options
    options.training = name(options.training)
    options.validation = name(options.validation)
    options.metric = name(options.metric)
    return options
  }
}
