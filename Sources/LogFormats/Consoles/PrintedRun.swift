import RunRecords

/// Gathers the values of what a run printed, line by line.
struct PrintedRun {
  private var pairs = PrintedPairs()
  private var partColumns = PartColumns()
  private var partRows = PartRows()
  private(set) var byEpoch = NamedCurves()
  private(set) var byStep = NamedCurves()
  private(set) var byCount = NamedCurves()
  private var byClosed = ClosedEpochs()
  /// How many judged values came before the first epoch, by their names.
  private var early: [String: Int] = [:]
  private var epoch: Double?
  private var step: Double?
  private var epochs = 0
  /// The number of the batch within the epoch, where no step is counted.
  private var batch: Double?
  /// Whether steps have not fallen back so far: they count on over the epochs.
  private var stepsRunOn = true
  /// At how many steps there were values of the validation data, and the last of them.
  private var validatedSteps = 0
  private var validatedStep: Double?
  private(set) var singleEpochs = 0.0
  /// Whether epochs came behind words, so that a bare `[3/30]` counts something else.
  private var namesEpochs = false
  /// The names of losses of players, such as those of a generator and a discriminator.
  var players: [String] { pairs.players }
  /// The names whose values were printed as lists with one for each class.
  var averaged: [String] { pairs.averaged }
  /// The word for the episodes of an agent, where lines with values count them.
  private(set) var episodes: String?
  /// The names that came on one line with validation, on a log over steps.
  private var evaluated: Set<String> = []
  private var countsIterations = false
  private var counts: [String: Double] = [:]
  /// Means that run over an epoch: the last one stands for it.
  private var pending: [String: (heading: Heading, value: Double, isPercent: Bool)] = [:]
  private var pendingNames: [String] = []
  /// The latest redraw of a line, which counts if no other of the same epoch follows.
  private var held: Reading?
  private var bar = PrintedBar()
  private(set) var bars = EpochBars()
  /// The bars of Keras, of which the second of an epoch is that of `evaluate`.
  private(set) var evaluations = EpochBars()
  private(set) var hasLeftOutEvaluation = false
  private var barEpochs = KerasEpochs()
  /// Whether epochs are counted by their bars, as no line names them.
  private(set) var countsBars = false
  /// The latest epoch with values of the validation data.
  private var validatedEpoch: Double?
  /// The judged lines whose names came before too: a sign of a log.
  private(set) var repeatedLines = 0
  private(set) var judgedLines = 0
  private var seen: Set<String> = []
  private(set) var zeroLosses = 0
  /// Whether a line named its epoch and at least two judged values: all there is of a run that has just begun.
  private var hasEpochLine = false
  private var hasEnded = false
  /// Whether what follows sums up a trial of a search.
  private var isBetweenTrials = false
  /// The decimals of the last number of whole lines, by its name.
  private var endings: [String: Int] = [:]
  private(set) var cutOff: (name: String, line: Int)?

  private struct Reading {
    let place: PrintedPlace
    let tokens: [LineTokens.Token]
    let pairs: [PrintedPair]
    /// Whether the line has a place for a validation value and none in it.
    let lacksValidation: Bool
  }

  /// The line behind which timm repeats its best epochs.
  static let lineBeforeResults = Array("--result".utf8)

  /// Takes the next line.
  mutating func take(_ line: TerminalLine) {
    guard let end = GluedBar.end(in: line.bytes) else { return takeWhole(line) }
    var bar = line
    bar.bytes.removeSubrange(end...)
    bar.isCutOff = false
    // It is not drawn again: the text begins where it ends.
    bar.isDrawnOver = false
    takeWhole(bar)
    var rest = line
    rest.bytes.removeSubrange(..<end)
    takeWhole(rest)
  }

  private mutating func takeWhole(_ line: TerminalLine) {
    if line.bytes == Self.lineBeforeResults { hasEnded = true }
    guard !hasEnded else { return }
    let text = LineTokens(line.bytes)
    let tokens = NumberedMetrics.plain(CocoSummary.plain(partRows.plain(partColumns.plain(text.tokens))))
    var place = PrintedPlace(tokens, knowsEpochs: namesEpochs)
    isBetweenTrials = place.epoch == nil && (isBetweenTrials || PrintedPlace.endsTrial(tokens))
    guard !isBetweenTrials else { return }
    place.countOn(tokens, singleEpochs: &singleEpochs)
    if place.namesEpoch { namesEpochs = true }
    if place.epoch != nil, place.epoch != epoch { pairs.endSection() }
    var found = pairs.find(in: tokens)
    if episodes == nil, !found.isEmpty, tokens.first?.lower == "episode", case .word(let word)? = tokens.first
    {
      episodes = word
    }
    if found.contains(where: { $0.heading.name.hasSuffix("train_runtime") }) {
      // The last line of the Hugging Face Trainer holds means over the whole run.
      found = []
    }
    if let last = found.last?.heading.name, line.isCutOff, CutOffLine.endsWithinExponent(line.bytes) {
      found.removeLast()
      cutOff = (last, line.number)
    } else if let last = found.last?.heading.name, let decimals = text.endingDecimals {
      if line.isCutOff, seen.contains(last), decimals < endings[last] ?? .max {
        found.removeLast()
        cutOff = (last, line.number)
      } else if endings.count < 4_096 {
        endings[last] = decimals
      }
    }
    if let count = PrintedBar.count(in: tokens) {
      if !found.isEmpty, PrintedBar.isOfSteps(tokens) { place.take(step: count.count) }
      // Digits before the point may have been cut off, too.
      if text.endingDecimals == 0, PrintedBar.isCutOff(line.bytes) { found = found.dropLast() }
      let isOfEpochs = PrintedBar.isOfEpochs(line.bytes)
      let mayBeOfRun = isOfEpochs || !namesEpochs && !tokens.contains { $0.lower == "epoch" }
      if !found.isEmpty, mayBeOfRun {
        bar.take(found, at: count.count, of: count.total, isOfEpochs: isOfEpochs)
      }
      let isSecond = !found.isEmpty && bars.take(count.count, of: count.total, epoch: place.epoch ?? epoch)
      let saysSplit = found.contains { $0.heading.split != nil && $0.heading.metric.isJudged }
      // Of a bar within an epoch the last state counts, whatever was printed between its redraws.
      let isWithinEpoch = (place.epoch ?? epoch) != nil
      found = found.map { isSecond && !saysSplit ? $0.ofValidation : $0.ofBar(isWithinEpoch: isWithinEpoch) }
    }
    if !found.isEmpty, let bar = KerasBar(tokens, in: line.bytes) {
      if place.epoch == nil, !namesEpochs, epoch == nil || countsBars {
        place.count(barEpochs.epoch(of: bar, isDrawnOver: line.isDrawnOver))
        countsBars = true
      }
      found = values(found, of: bar, epoch: place.epoch ?? epoch)
    }
    let (repaired, zeros) = ZeroLosses.repaired(found)
    zeroLosses += zeros
    let reading = Reading(
      place: place, tokens: tokens, pairs: repaired, lacksValidation: pairs.lacksValidation)
    if line.isDrawnOver {
      if let held, let epoch = place.epoch, held.place.epoch != epoch { commit(held) }
      if !found.isEmpty {
        held = reading
        note(found)
      }
      return
    }
    if let last = held, found.isEmpty || place.epoch != nil && last.place.epoch != place.epoch {
      commit(last)
    }
    held = nil
    commit(reading)
  }

  /// The values of a bar of Keras, as those of the part of the data that it runs over.
  private mutating func values(_ found: [PrintedPair], of bar: KerasBar, epoch: Double?) -> [PrintedPair] {
    let running = bar.isRunning && epoch != nil ? found.map(\.asRunningMean) : found
    guard evaluations.take(bar.count, of: bar.total, epoch: epoch) else { return running }
    guard validatedEpoch == epoch else { return running.map(\.ofValidation) }
    hasLeftOutEvaluation = true
    return []
  }

  /// Takes what is still held back.
  mutating func finish() {
    if let held { commit(held) }
    held = nil
    flush()
    bar.finish()
  }

  /// Whether the lines so far are surely those of a run.
  var isSure: Bool {
    hasEpochLine || repeatedLines >= 2
      || repeatedLines >= 1 && (epoch != nil || step != nil || seen.count >= 2)
  }
  /// Whether something was found that could be a run's.
  var isPossible: Bool { judgedLines > 0 && (epoch != nil || step != nil) }

  /// The curves over the epochs that a bar counts, where no more epochs were named than it has values for.
  private var barOfEpochs: (curves: NamedCurves, axis: RunAxis)? {
    guard bar.countsEpochs, bar.points > epochs, let (curves, _) = bar.result else { return nil }
    return (curves, .epoch)
  }

  /// Whether the lines that name an epoch stand below its values.
  var namesEpochsBelow: Bool { barOfEpochs == nil && byClosed.result != nil }
  /// Whether the curves are those that lines name the epochs of.
  private var isByEpoch: Bool {
    barOfEpochs == nil && byEpoch.hasJudgedCurve
      && (epochs > 1 && !validatesWithinEpochs || !byStep.hasJudgedCurve)
  }
  /// Whether there are several validations in an epoch, which steps that count on tell apart.
  private var validatesWithinEpochs: Bool { stepsRunOn && validatedSteps >= 2 * epochs }
  /// The values before the first epoch that belong to none of the epochs, of curves that are judged.
  var dropped: (count: Int, names: [String])? {
    guard isByEpoch else { return nil }
    let judged = Set(byEpoch.curves.map(\.heading.name))
    let own = early.filter { judged.contains($0.key) }
    return own.isEmpty ? nil : (own.values.reduce(0, +), own.keys.sorted())
  }

  /// The curves and what they run over.
  var result: (curves: NamedCurves, axis: RunAxis) {
    let steps: RunAxis = countsIterations ? .iteration : .step
    if let barOfEpochs { return barOfEpochs }
    if let closed = byClosed.result { return (closed, .epoch) }
    if isByEpoch { return (byEpoch, .epoch) }
    if byStep.hasJudgedCurve { return (byStepWithBatches, steps) }
    return bar.result ?? (byCount, .epoch)
  }

  /// The curves over steps; those that never came with validation are of batches where others did.
  private var byStepWithBatches: NamedCurves {
    var curves = byStep
    curves.markAsSteps { heading in
      heading.split != .validation && heading.split != .test && heading.metric.isJudged
        && !evaluated.contains(heading.name) && !evaluated.isEmpty
    }
    return curves
  }

  private mutating func note(_ pairs: [PrintedPair]) {
    judgedLines += 1
    var isRepeated = false
    for pair in pairs where pair.heading.metric.isJudged && !pair.heading.isIgnored {
      if !seen.insert(pair.heading.name).inserted { isRepeated = true }
    }
    if isRepeated { repeatedLines += 1 }
  }

  private mutating func commit(_ reading: Reading) {
    let place = reading.place
    if let next = place.epoch {
      byClosed.name(next, in: reading.tokens, hasValues: !reading.pairs.isEmpty)
    }
    if let next = place.epoch, next != epoch {
      flush()
      epoch = next
      epochs += 1
      if epochs == 2, !stepsRunOn { byStep = NamedCurves() }
      batch = nil
    }
    batch = place.batch ?? batch
    if let next = place.step {
      if next != step, epoch == nil { flush() }
      if stepsRunOn, let step, next < step {
        stepsRunOn = false
        if epochs > 1 { byStep = NamedCurves() }
      }
      step = next
      countsIterations = place.countsIterations
    }
    guard !reading.pairs.isEmpty else { return }
    note(reading.pairs)
    if place.namesEpoch, reading.pairs.count(where: \.heading.metric.isJudged) > 1 { hasEpochLine = true }
    let hasValidation =
      reading.lacksValidation
      || reading.pairs.contains { pair in
        pair.heading.metric.isJudged && (pair.heading.split == .validation || pair.heading.split == .test)
      }
    if hasValidation {
      validatedEpoch = epoch
      if let step, step != validatedStep { validatedSteps += 1 }
      validatedStep = step
    }
    for pair in reading.pairs where !pair.heading.isIgnored {
      if hasValidation, evaluated.count < 4_096 { evaluated.insert(pair.heading.name) }
      let mayBeOfBatch = !hasValidation && !pair.isRunningMean
      if !byClosed.isRefuted {
        let isWithin = mayBeOfBatch && (place.isWithinEpoch || place.step != nil)
        byClosed.take(isWithin ? pair.ofBatch : pair, namesEpoch: place.epoch != nil)
      }
      let isOfBatch = place.isWithinEpoch || epoch != nil && place.step != nil
      let pair = isOfBatch && epoch != nil && mayBeOfBatch ? pair.ofBatch : pair
      if pair.isRunningMean {
        if pending[pair.heading.name] == nil { pendingNames.append(pair.heading.name) }
        pending[pair.heading.name] = (pair.heading, pair.value, pair.isPercent)
        if epoch != nil { addToSteps(pair.value, pair.heading, isPercent: pair.isPercent) }
      } else {
        // A mean over the epoch that is said at its end takes the place of the running one.
        pending[pair.heading.name] = nil
        add(pair.value, pair.heading, isPercent: pair.isPercent)
      }
    }
  }

  /// Adds the means of the epoch that has ended; each was added to the steps when it was printed.
  private mutating func flush() {
    for name in pendingNames {
      guard let last = pending[name] else { continue }
      addToEpochs(last.value, last.heading, isPercent: last.isPercent)
      if epoch == nil { addToSteps(last.value, last.heading, isPercent: last.isPercent) }
    }
    pending.removeAll()
    pendingNames.removeAll()
  }

  private mutating func add(_ value: Double, _ heading: Heading, isPercent: Bool) {
    addToEpochs(value, heading, isPercent: isPercent)
    addToSteps(value, heading, isPercent: isPercent)
  }

  /// One name may hold values of batches and of whole epochs.
  private func curveName(_ heading: Heading) -> String {
    heading.interval == .step ? heading.name + "\u{0}" : heading.name
  }

  /// The step that values belong to, where they are gathered by steps: one that counts on over the epochs, or the batch
  /// of the only epoch.
  private var stepOfValues: Double? {
    epochs < 2 || stepsRunOn ? step ?? (epochs == 1 ? batch : nil) : nil
  }

  private mutating func addToEpochs(_ value: Double, _ heading: Heading, isPercent: Bool) {
    let name = curveName(heading)
    if let epoch { return byEpoch.add(value, to: name, at: epoch, isPercent: isPercent) { _ in heading } }
    guard stepOfValues == nil else { return }
    if heading.metric.isJudged, !heading.isIgnored, early.count < 64 || early[heading.name] != nil {
      early[heading.name, default: 0] += 1
    }
    let count = (counts[name] ?? 0) + 1
    if counts.count < 4_096 || counts[name] != nil { counts[name] = count }
    byCount.add(value, to: name, at: count, isPercent: isPercent) { _ in heading }
  }

  private mutating func addToSteps(_ value: Double, _ heading: Heading, isPercent: Bool) {
    guard let step = stepOfValues else { return }
    byStep.add(value, to: curveName(heading), at: step, isPercent: isPercent) { _ in heading }
  }
}
