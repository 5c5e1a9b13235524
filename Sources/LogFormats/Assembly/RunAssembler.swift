import RunRecords
import Texts

/// Makes a run record of the curves that a reader has gathered, whatever their format.
struct RunAssembler {
  let name: String
  let source: String
  let format: String
  let axis: RunAxis
  /// The names of all columns, tags or keys of the log, for messages.
  let columns: [String]
  let options: ReadingOptions

  /// Settles positions, splits, units and order.
  ///
  /// - Parameter notes: What the reader had to say already.
  /// - Throws: ``LogError`` `noLoss`, `empty` or `unknownColumn`.
  func assemble(_ gathered: [Curve], notes readerNotes: [RunNote]) throws(LogError) -> RunRecord {
    var choice = try ColumnChoice(options, columns: columns, source: source)
    var curves = gathered
    for index in curves.indices { curves[index].finish() }
    let placeholderNotes = Placeholders.remove(from: &curves)
    let blank = curves.filter { $0.isEmpty && $0.heading.metric.isJudged }.map(\.heading.name)
    curves.removeAll { $0.isEmpty }
    guard !curves.isEmpty else {
      throw LogError(
        .empty, source: source, "no column holds a number below the header", columns: columns,
        advice: "Write one line of values for each epoch.")
    }
    var namingNotes =
      BareSplits.settle(&curves) + InitialSplits.settle(&curves)
      + CrossValidationMeans.settle(&curves, columns: columns)
    let agentNotes = AgentLosses.settle(&curves, columns: columns, choice: choice)
    namingNotes += agentNotes
    let timeline = Timeline(curves: curves, axis: axis)
    var notes = readerNotes + placeholderNotes + namingNotes + timeline.notes
    let placed = curves.map { timeline.place($0) }
    var drafts = placed.map(\.draft)
    if let repeated = placed.map(\.repeated).max(), repeated > 0 { notes.append(repeatNote(repeated)) }
    if !blank.isEmpty {
      notes.append(RunNote(.interpretation, "\(NameList.brief(blank)): no value in any row."))
    }
    let splitNotes = SplitResolution.resolve(&drafts)
    IntervalResolution.resolve(&drafts, keeping: choice)
    let kept = Set(drafts.map(\.name))
    notes += averageNotes(curves.filter { kept.contains($0.heading.name) }) + condensedNotes(curves)
    notes += splitNotes
    choice.complete(from: drafts)
    choice.apply(to: &drafts)
    notes += PercentResolution.resolve(&drafts)
    notes += ComponentLoss.addTotals(&drafts)
    let (series, orderNotes) = SeriesOrder.order(drafts, choice: choice)
    notes += orderNotes
    guard series.contains(where: \.metric.isJudged) else {
      throw agentNotes.isEmpty ? noLoss : .noFit(ofAgent: columns, source: source)
    }
    if !series.contains(where: { $0.metric.kind == .loss }) {
      notes.append(RunNote(.interpretation, "The log holds no loss: only its scores are judged."))
    }
    return RunRecord(
      name: name, source: source, format: format, axis: axis, series: series, facts: options.facts,
      notes: notes)
  }

  /// The error for a log without anything to judge.
  var noLoss: LogError {
    if columns.contains(where: { Heading($0).isOfPlayer }) {
      return AgentLosses.signs(in: columns).isEmpty
        ? .noFit(ofPlayers: columns, source: source) : .noFit(ofAgent: columns, source: source)
    }
    return LogError(
      .noLoss, source: source, "no loss column recognised", columns: columns,
      advice: "Name them: --train \(named(.training)) --val \(named(.validation))")
  }

  /// The first column of a split, to be suggested; `COLUMN` if there is none.
  private func named(_ split: Split) -> String {
    columns.first { Heading($0).split == split && !Heading($0).isIgnored }.map(ShellWord.quoted) ?? "COLUMN"
  }

  private func repeatNote(_ count: Int) -> RunNote {
    RunNote(
      .repeatedEpochs,
      count == 1
        ? "One \(axis.rawValue) was logged more than once; its last values are kept."
        : "\(count) \(axis.rawValue)s were logged more than once; the last values of each are kept.")
  }

  private func averageNotes(_ curves: [Curve]) -> [RunNote] {
    let rules: [(belongs: (Curve) -> Bool, what: String)] = [
      ({ $0.averagesRows }, "read as those of single batches and averaged"),
      ({ $0.keepsLastOfRows }, "of which the last is kept"),
    ]
    return rules.compactMap { rule in
      let names = curves.filter {
        $0.heading.interval == nil && $0.heading.metric.isJudged && rule.belongs($0)
      }
      .map(\.heading.name)
      guard !names.isEmpty else { return nil }
      let list = NameList.brief(names)
      return RunNote(.interpretation, "\(list): several values in one \(axis.rawValue), \(rule.what).")
    }
  }

  private func condensedNotes(_ curves: [Curve]) -> [RunNote] {
    let condensed = curves.filter(\.isCondensed)
    guard let size = condensed.map(\.groupSize).max() else { return [] }
    let names = NameList.brief(condensed.map(\.heading.name))
    return [
      RunNote(
        .condensed,
        "\(names): up to \(size) neighbouring values are averaged into one; first, last and best value are exact."
      )
    ]
  }
}
