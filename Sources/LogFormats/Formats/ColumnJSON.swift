import RunRecords
import Texts

/// Histories in one object of JSON: a list of numbers for each name.
public enum ColumnJSON: LogFormat {
  public static func recognizes(_ head: LogHead) -> Recognition {
    guard let sample = head.json, sample.second == nil, !sample.isModelOfXGBoost else { return .no }
    if let histories = sample.first.elements {
      let areHistories =
        !histories.isEmpty
        && histories.allSatisfy { history in
          // An entry of one epoch may hold the losses of its batches.
          history.members?.contains { RecordKey($0.key) != nil && $0.value.number != nil } == false
            && history.listNames(joining: "/").contains { Heading($0).metric.kind == .loss }
        }
      return areHistories ? .certain : .no
    }
    let lists = sample.first.listNames(joining: "/")
    guard !lists.isEmpty else { return .no }
    return lists.contains { Heading($0).metric.isJudged && !Heading($0).isIgnored } ? .certain : .possible
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    var scanner = JSONScanner(input)
    let tree = try ColumnTree(&scanner)
    let runs = tree.runs
    guard runs.isEmpty else {
      throw LogError(
        .severalRuns, source: input.source, "there are \(runs.count) runs in it, of which one was expected",
        columns: runs, advice: "Save it as a file, unpacked, of which each run can be named.")
    }
    return try read(tree, input, options: options)
  }

  public static func runs(in input: LogInput) throws(LogError) -> [RunLocation]? {
    // Where a list stands on the first level of an object, there is one run.
    guard let log = input.reopenable, let first = input.head.json?.first,
      first.members?.allSatisfy({ $0.value.members != nil }) ?? true
    else { return nil }
    var scanner = JSONScanner(input)
    let runs = try ColumnTree(&scanner).runs
    guard !runs.isEmpty else { return nil }
    return runs.map { run in
      RunLocation(name: PrintableText.clean(run), source: log.source, format: card.id) {
        (options) throws(LogError) in
        let input = try log.open()
        var scanner = JSONScanner(input)
        var record = try read(try ColumnTree(&scanner).columns(of: run), input, options: options)
        record.name = PrintableText.clean(run)
        return record
      }
    }
  }

  private static func read(
    _ tree: ColumnTree, _ input: LogInput, options: ReadingOptions
  ) throws(LogError) -> RunRecord {
    try refuseScoresOfModels(tree, input)
    var tree = tree
    tree.pairLists()
    var curves = NamedCurves()
    var tails = NullTails()
    var places = ColumnPlaces(tree)
    guard places.hyperparameters.isEmpty || places.hyperparameter != nil else {
      throw HyperparameterNames.noOrder(
        of: places.hyperparameters, source: input.source, columns: tree.keys.filter { !$0.contains("/") })
    }
    for column in tree.columns where ColumnPlaces.axis(column.name) == nil && places.isCurve(column) {
      places.add(column, to: &curves, tails: &tails)
    }
    let (found, note) = tails.notNumbers()
    for tail in found {
      for place in tail.places { curves.add(.nan, to: tail.name, at: place.row) }
    }
    let names = curves.names.isEmpty ? tree.keys : curves.names
    var run = try JSONRun.assemble(
      curves, axis: places.axis, names: names, input, options: options, format: card.id,
      notes: places.notes + [note].compactMap(\.self))
    run.hyperparameter = places.hyperparameter.map { PrintableText.clean($0) }
    return run
  }

  /// Refuses the arrays of a curve over models that came without what the models differ in.
  private static func refuseScoresOfModels(_ tree: ColumnTree, _ input: LogInput) throws(LogError) {
    let names = tree.columns.map(\.name)
    guard names.contains("train_scores"), names.contains("test_scores") else { return }
    throw LogError(
      .unrecognized, source: input.source,
      "these are scores of several models, and nothing says in what they differ",
      columns: tree.keys,
      advice:
        "Add the values of the hyperparameter, such as {\"param_range\": [...]}, or the \"train_sizes\".")
  }
}
