import AccuracyMeasurement

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is measured of a run and its retrainings, from which the labels follow.
///
/// "End" means the last epochs (``TrainedRun/end(of:)``). Losses that are no numbers count as fifty times that of
/// guessing. A loss curve is smoothed by a centred mean over a twentieth of the epochs, three to nine.
struct MeasuredTruth {
  let run: TrainedRun
  /// The loss of always answering what is most frequent, or the mean, of the training samples.
  let chance: Double
  let trainingChance: Double
  let test: [Double]
  let training: [Double]
  let testEnd: Double
  let trainingEnd: Double
  /// The lowest smoothed test loss, and its epoch counted from 0.
  let lowest: Double
  let lowestEpoch: Int
  let smoothedTest: [Double]

  init(_ run: TrainedRun) {
    self.run = run
    let guessing = Guessing(run.data, count: run.plan.trainingSize)
    chance = guessing.loss(of: run.data.test.targets)
    trainingChance = guessing.loss(of: Array(run.data.training.targets.prefix(run.plan.trainingSize)))
    let epochs = run.course.epochCount
    let limit = 50 * max(chance, trainingChance)
    test = (1...epochs).map { (run.course.tests[$0]?.loss ?? .nan).orLimit(limit) }
    training = run.course.trainingLosses.map { $0.orLimit(limit) }
    let end = TrainedRun.end(of: epochs)
    testEnd = test[end].mean
    trainingEnd = training[end].mean
    let width = min(max(Int((0.05 * Double(epochs)).rounded()) | 1, 3), 9)
    let smoothed = test.centeredMeans(width: width)
    smoothedTest = smoothed
    lowestEpoch = smoothed.indices.min { smoothed[$0] < smoothed[$1] } ?? 0
    lowest = smoothed[lowestEpoch]
  }

  /// How far the training loss moves from epoch to epoch in the second half, beside a steady course.
  func variation(_ losses: [Double]) -> Double {
    let logarithms = losses[(losses.count / 2)...].map {
      log($0.orLimit(50 * chance) + 0.02 * trainingChance)
    }
    guard logarithms.count >= 3 else { return 0 }
    let steps = zip(logarithms.dropFirst(), logarithms).map { $0 - $1 }
    return zip(steps.dropFirst(), steps).map { abs($0 - $1) }.mean / 1.95
  }

  /// The share of the later epochs in which the training loss rises by more than half a percent.
  var risingShare: Double {
    let late = training[(training.count / 2)...].map { log($0 + 0.02 * trainingChance) }
    guard late.count >= 2 else { return 0 }
    return Double(zip(late.dropFirst(), late).count { $0 > $1 + 0.005 }) / Double(late.count - 1)
  }

  /// The difference of two measurements of the test rows, and its standard error, row by row.
  func difference(_ a: TestMeasure?, _ b: TestMeasure?) -> (mean: Double, error: Double) {
    guard let a, let b, a.rowLosses.count == b.rowLosses.count, a.loss.isFinite, b.loss.isFinite else {
      return (.infinity, 0)
    }
    let differences = zip(a.rowLosses, b.rowLosses).map { Double($0) - Double($1) }
    let mean = differences.mean
    let variance = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(differences.count - 1)
    return (mean, (variance / Double(differences.count)).squareRoot())
  }

  /// Whether there is no retraining to tell what would have helped.
  var isTrainedOnce: Bool { run.retrainings.isEmpty }

  /// What a retraining brought on the test rows.
  func outcome(_ change: Retraining) -> RetrainingOutcome? {
    run.retrainings[change].map { RetrainingOutcome($0, limit: 50 * chance) }
  }
}

/// The answers of a model that knows how frequent each target is, and nothing else.
private struct Guessing {
  private let shares: [Double]?
  private let mean: Double
  private let scale: Double

  init(_ data: RunData, count: Int) {
    let targets = data.training.targets.prefix(count)
    scale = Double(data.lossScale)
    mean = targets.map(Double.init).mean
    shares = data.task.classCount.map { classes in
      (0..<classes).map { label in
        max(Double(targets.count { Int($0) == label }) / Double(count), 0.5 / Double(count))
      }
    }
  }

  func loss(of targets: [Float]) -> Double {
    scale
      * targets.map { target in
        if let shares { return -log(shares[Int(target)]) }
        return (Double(target) - mean) * (Double(target) - mean)
      }.mean
  }
}

extension Collection<Double> {
  var mean: Double { reduce(0, +) / Double(count) }
}

extension [Double] {
  /// Means over an odd number of neighbours, fewer at the ends.
  func centeredMeans(width: Int) -> [Double] {
    indices.map { self[Swift.max($0 - width / 2, 0)...Swift.min($0 + width / 2, count - 1)].mean }
  }
}

extension Double {
  /// The number, or a limit where it is none or above it.
  func orLimit(_ limit: Double) -> Double { isFinite ? Swift.min(self, limit) : limit }
}
