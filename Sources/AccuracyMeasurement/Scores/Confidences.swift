/// How sure a tool was of a label, beside whether it holds.
struct Confidences: Sendable {
  private let pairs: [(confidence: Double, holds: Bool)]

  /// The number of equal bins from 0 to 1 in which confidences are compared with shares.
  static let binCount = 15

  init(_ pairs: [(confidence: Double, holds: Bool)]) {
    self.pairs = pairs
  }

  /// The confidences in a label, over the runs of which the truth knows whether it holds.
  init(_ label: Label, _ runs: [JudgedRun]) {
    self.init(
      runs.compactMap { run in
        run.truth.labels[label].map { (run.prediction.confidence(of: label), $0) }
      })
  }

  /// The number of runs.
  var count: Int { pairs.count }

  /// The area under the receiver operating characteristic: how often a run with the label has the higher
  /// confidence of two, ties counted half (Mann and Whitney 1947).
  var areaUnderCurve: Double? {
    let positives = pairs.count { $0.holds }
    let negatives = pairs.count - positives
    guard positives > 0, negatives > 0 else { return nil }
    let sorted = pairs.sorted { $0.confidence < $1.confidence }
    var rankSum = 0.0
    var start = 0
    while start < sorted.count {
      let end = sorted[start...].prefix { $0.confidence == sorted[start].confidence }.endIndex
      // Ranks count from 1; equal confidences share the mean of theirs.
      let rank = Double(start + 1 + end) / 2
      rankSum += rank * Double(sorted[start..<end].count { $0.holds })
      start = end
    }
    let least = Double(positives * (positives + 1)) / 2
    return (rankSum - least) / Double(positives * negatives)
  }

  /// The expected calibration error: the mean distance between confidence and share of true ones over the bins,
  /// each weighted by its runs (Guo et al. 2017).
  var calibrationError: Double? {
    guard !pairs.isEmpty else { return nil }
    let surplus = bins(Self.binCount).map { bin in
      bin.reduce(0) { $0 + $1.confidence - ($1.holds ? 1 : 0) }
    }
    return surplus.reduce(0) { $0 + abs($1) } / Double(pairs.count)
  }

  /// The mean square of the distance between confidence and truth (Brier 1950).
  var brierScore: Double? {
    pairs.map { pair in
      let distance = pair.confidence - (pair.holds ? 1 : 0)
      return distance * distance
    }.mean
  }

  /// A stretch of confidences as one point of a reliability diagram.
  struct Bin: Sendable, Hashable {
    /// Which of the stretches it is, from 0.
    let place: Int
    let count: Int
    /// The runs of the bin in which the label holds.
    let positives: Int
    /// The mean over the bin.
    let confidence: Double

    var share: Double { Double(positives) / Double(count) }
  }

  /// The points of a reliability diagram: of equal stretches from 0 to 1, those with enough runs.
  func reliability(bins count: Int, leastRuns: Int) -> [Bin] {
    bins(count).enumerated().compactMap { place, bin in
      guard bin.count >= leastRuns, let confidence = bin.map(\.confidence).mean else { return nil }
      return Bin(
        place: place, count: bin.count, positives: bin.count { $0.holds }, confidence: confidence)
    }
  }

  private func bins(_ count: Int) -> [[(confidence: Double, holds: Bool)]] {
    var bins = [[(confidence: Double, holds: Bool)]](repeating: [], count: count)
    for pair in pairs {
      let bin = Int(min(max(pair.confidence, 0), 1) * Double(count))
      bins[min(bin, count - 1)].append(pair)
    }
    return bins
  }
}
