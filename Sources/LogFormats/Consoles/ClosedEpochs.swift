import RunRecords

/// Gathers the values of a log that names an epoch below what it measured: `Epoch 3 finished in 3.2s`.
///
/// Such a log begins with values that belong to no epoch yet. Names that came among them wait for the next line that
/// names an epoch; a name that comes first right behind such a line is of the epoch that has just been named.
struct ClosedEpochs {
  private(set) var curves = NamedCurves()
  private var waiting: [PrintedPair] = []
  private var waitingNames: Set<String> = []
  private var directNames: Set<String> = []
  /// The names of which a mean that runs over the epoch is waiting.
  private var runningNames: Set<String> = []
  private var epoch: Double?
  private var closed = 0
  private var epochs = 0
  /// Whether every line so far that names an epoch says that it is over.
  private var saysEnds = true
  /// Whether lines name an epoch above its values, or nothing was printed before the first epoch.
  private(set) var isRefuted = false

  /// The most values that wait for their epoch.
  private static let most = 65_536

  private static let endings: Set<String> = [
    "finished", "done", "complete", "completed", "took", "takes", "taken", "elapsed", "end", "ended", "saved",
    "time",
  ]

  /// Takes a line that names an epoch.
  mutating func name(_ next: Double, in tokens: [LineTokens.Token], hasValues: Bool) {
    guard !isRefuted else { return }
    if epoch == nil, waiting.isEmpty { return refute() }
    if next == epoch {
      // Above its values and again below them.
      if !waiting.isEmpty, !hasValues { refute() }
      return
    }
    epoch = next
    epochs += 1
    if !tokens.contains(where: { $0.lower.map(Self.endings.contains) ?? false }) { saysEnds = false }
    if !waiting.isEmpty { closed += 1 }
    for pair in waiting { add(pair, at: next) }
    waiting.removeAll()
    runningNames.removeAll()
  }

  /// Takes a value; that of a line which names its epoch belongs there.
  mutating func take(_ pair: PrintedPair, namesEpoch: Bool) {
    guard !isRefuted else { return }
    let name = pair.heading.name
    if let epoch {
      if !waitingNames.contains(name), namesEpoch || directNames.contains(name) || waiting.isEmpty {
        directNames.insert(name)
        return add(pair, at: epoch)
      }
      if namesEpoch { return add(pair, at: epoch) }
    }
    guard waiting.count < Self.most else { return refute() }
    waitingNames.insert(name)
    // Of means that run over the epoch the last one stands for it, and one that is said at its end for all of them.
    if runningNames.contains(name) { waiting.removeAll { $0.isRunningMean && $0.heading.name == name } }
    if pair.isRunningMean { runningNames.insert(name) } else { runningNames.remove(name) }
    waiting.append(pair)
  }

  /// The curves, if the epochs were named below their values: all of them, or as the lines themselves say.
  var result: NamedCurves? {
    guard !isRefuted, closed > 1 || closed == 1 && epochs == 1 && saysEnds, waiting.isEmpty || saysEnds,
      curves.hasJudgedCurve
    else { return nil }
    return curves
  }

  private mutating func refute() {
    isRefuted = true
    (waiting, curves) = ([], NamedCurves())
  }

  private mutating func add(_ pair: PrintedPair, at epoch: Double) {
    let name = pair.heading.interval == .step ? pair.heading.name + "\u{0}" : pair.heading.name
    curves.add(pair.value, to: name, at: epoch, isPercent: pair.isPercent) { _ in pair.heading }
  }
}
