import RunRecords

/// The runs that one program printed one after the other: the folds of a cross-validation, or several models in turn.
enum PrintedRuns {
  /// A part of what was printed that shows the course of a run.
  struct Part: Sendable {
    /// Such as `fold 3`, with the count behind it where the same number comes again.
    let name: String
    let log: [UInt8]
    let format: any LogFormat.Type
    /// What was read of it without any options.
    let run: RunRecord

    func named(_ name: String) -> Part { Part(name: name, log: log, format: format, run: run) }
  }

  /// The most bytes of a log that is cut into runs.
  static let mostBytes = 32 << 20

  /// The runs in what was printed; none where there are not at least two with a course.
  ///
  /// - Parameter shelf: The formats that a run may be of.
  static func find(in log: [UInt8], shelf: FormatShelf) -> [Part] {
    let folds = folds(in: log, shelf)
    return folds.isEmpty ? models(in: log, shelf) : folds
  }

  /// The runs of a log that holds several; `nil` for any other.
  static func runs(in input: LogInput, shelf: FormatShelf) -> [RunLocation]? {
    guard let origin = input.reopenable, let log = try? input.rest(upTo: mostBytes) else { return nil }
    return runs(in: log, from: origin.source, called: input.source, shelf: shelf)
  }

  /// The runs of a log that was read; `nil` where there are not several.
  ///
  /// - Parameters:
  ///   - path: The file or stream.
  ///   - source: What messages call it.
  static func runs(
    in log: [UInt8], from path: String, called source: String, shelf: FormatShelf
  ) -> [RunLocation]? {
    let parts = find(in: log, shelf: shelf)
    guard !parts.isEmpty else { return nil }
    return parts.map { part in
      RunLocation(name: part.name, source: path, format: part.format.card.id) { (options) throws(LogError) in
        do throws(LogError) {
          var run = try part.format.read(
            try LogInput(bytes: part.log, name: part.name), options: options)
          run.source = source
          return run
        } catch {
          var error = error
          error.source = "\(source), \(part.name)"
          // Lines were counted from the beginning of the part.
          error.line = nil
          throw error
        }
      }
    }
  }

  /// What was printed in a part of the log; `nil` if it shows no course.
  private static func part(_ name: String, _ log: ArraySlice<UInt8>, _ shelf: FormatShelf) -> Part? {
    let log = Array(log)
    guard let head = try? LogInput(bytes: log, name: "part").head, let format = shelf.format(of: head),
      let input = try? LogInput(bytes: log, name: "part"),
      let run = try? format.read(input, options: ReadingOptions()),
      run.series.contains(where: { $0.metric.isJudged && $0.count > 1 })
    else { return nil }
    return Part(name: name, log: log, format: format, run: run)
  }

  // MARK: Folds

  private static func folds(in log: [UInt8], _ shelf: FormatShelf) -> [Part] {
    let mentions = FoldMentions.find(in: log)
    guard let first = mentions.first else { return [] }
    let ends = mentions.dropFirst().map(\.start) + [log.count]
    var parts = zip(mentions, ends).map { mention, end in
      part("fold \(mention.number)", log[mention.start..<end], shelf)
    }
    if let before = part("before fold \(first.number)", log[..<first.start], shelf) {
      if let last = parts.last, last == nil {
        // Each fold is named behind its epochs.
        let starts = [0] + mentions.map(\.start)
        parts = zip(mentions, starts).map { mention, start in
          part("fold \(mention.number)", log[start..<mention.start], shelf)
        }
      } else {
        parts.insert(before, at: 0)
      }
    }
    var counts: [String: Int] = [:]
    let folds = parts.compactMap(\.self).map { fold in
      counts[fold.name, default: 0] += 1
      let count = counts[fold.name, default: 1]
      return count == 1 ? fold : fold.named("\(fold.name) (\(count))")
    }
    return folds.count > 1 ? folds : []
  }

  // MARK: Models

  /// The runs of models that were trained in turn, each from where the epochs are counted anew with losses that do not
  /// go on from those before.
  private static func models(in log: [UInt8], _ shelf: FormatShelf) -> [Part] {
    let starts = RunStarts.find(in: log)
    guard starts.count > 1 else { return [] }
    var runs: [(start: RunStarts.Start, first: RunRecord, last: RunRecord)] = []
    for (start, end) in zip(starts, starts.dropFirst().map(\.offset) + [log.count]) {
      // What shows no course belongs to the run before it.
      guard let run = part("", log[start.offset..<end], shelf)?.run else { continue }
      if let before = runs.last,
        run.hasLosses(of: before.first) || !isAnew(run, after: before.last, of: before.first)
      {
        runs[runs.count - 1].last = run
      } else {
        runs.append((start, run, run))
      }
    }
    let lengths = runs.map { $0.first.series.map(\.count).max() ?? 0 }
    guard SuccessiveRuns.areOfModels(lengths: lengths) else { return [] }
    let begins = [0] + runs.dropFirst().map(\.start.offset) + [log.count]
    let parts = runs.indices.compactMap { index in
      part("run \(index + 1)", log[begins[index]..<begins[index + 1]], shelf)
    }
    guard parts.count == runs.count else { return [] }
    guard let names = RunTitle.names(among: runs.map(\.start.titles)) ?? settingNames(of: parts) else {
      return parts
    }
    return zip(parts, names).map { $0.named($1) }
  }

  /// The names of runs by a setting that is logged beside their values.
  private static func settingNames(of parts: [Part]) -> [String]? {
    var settings = SettingNames(runCount: parts.count)
    for (run, part) in parts.enumerated() {
      let isJSON = part.format == JSONLines.self
      for (setting, text) in isJSON ? JSONLines.settings(in: part.log) : unjudged(part.run) {
        settings.take(setting, text, of: run)
      }
    }
    return settings.names
  }

  /// The values of a run that measure neither loss nor score.
  private static func unjudged(_ run: RunRecord) -> [(setting: String, text: String)] {
    run.series.filter { !$0.metric.isJudged }.flatMap { series in
      series.values.map { (series.name, $0.plain) }
    }
  }

  /// Whether losses are those of a new run: they begin where those of the run before did, and not where it ended.
  ///
  /// - Parameters:
  ///   - last: The end of the run before.
  ///   - first: Its beginning.
  private static func isAnew(_ run: RunRecord, after last: RunRecord, of first: RunRecord) -> Bool {
    for split in [Split.training, .validation] {
      guard let own = run.first(.loss, split), let start = own.values.first, let epoch = own.epochs.first,
        let course = last.first(.loss, split)?.values, let end = course.last,
        let before = first.first(.loss, split),
        let origin = before.values.first, let firstEpoch = before.epochs.first
      else { continue }
      guard epoch <= firstEpoch else { return false }
      return !goesOn(start, after: end, from: origin) && SuccessiveRuns.isBeyondNoise(start, after: course)
    }
    return false
  }

  /// Whether a loss goes on from the last one of a course: it is far closer to it than to where the course began.
  ///
  /// A second model may begin lower than the first one did. Losses may run over many orders of magnitude, so that they
  /// are compared by ratios: far closer is one whose cube is below the other.
  private static func goesOn(_ start: Double, after end: Double, from origin: Double) -> Bool {
    guard start.isFinite, end.isFinite, origin.isFinite else { return false }
    guard start > 0, end > 0, origin > 0 else { return 3 * abs(start - end) < abs(start - origin) }
    let step = ratio(start, end)
    return step < 3 && step * step * step < ratio(start, origin)
  }

  private static func ratio(_ one: Double, _ other: Double) -> Double { max(one, other) / min(one, other) }
}
