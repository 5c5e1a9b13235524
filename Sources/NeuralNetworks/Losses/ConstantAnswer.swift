import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the best answer costs that is the same for every sample: the losses of guessing.
enum ConstantAnswer {
  /// The entropy of the shares of classes, in nats: `−Σ p log p`, for targets `[samples]` with the numbers of classes or
  /// `[samples, classes]` with their probabilities; `nil` for others.
  static func entropy(ofClasses targets: TensorData) -> Double? {
    guard targets.shape.rank == 2 else {
      guard targets.shape.rank == 1, targets.withElements({ $0.allSatisfy { $0 >= 0 } }) else { return nil }
      let counts = targets.withElements { Dictionary($0.map { ($0, 1.0) }, uniquingKeysWith: +) }
      return entropy(of: counts.values.map { $0 / Double(targets.count) })
    }
    return entropy(of: columns(of: targets).map { $0.reduce(0, +) / Double($0.count) })
  }

  /// The mean over the labels of the entropy of their shares of yes, in nats.
  static func entropy(ofLabels targets: TensorData) -> Double {
    mean(columns(of: targets)) { column in
      let share = column.reduce(0, +) / Double(column.count)
      return entropy(of: [share, 1 - share])
    }
  }

  /// The mean over the columns of the variance of the values; each in its own unit, if there are units.
  static func variance(of targets: TensorData, units: [Float]?) -> Double {
    let columns = columns(of: targets)
    let scaled = zip(columns, units ?? [Float](repeating: 1, count: columns.count)).map { column, unit in
      column.map { $0 / Double(unit) }
    }
    return mean(scaled) { column in
      let mean = column.reduce(0, +) / Double(column.count)
      return column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(column.count)
    }
  }

  /// The mean over the columns of the mean distance of the values from their median.
  static func distance(of targets: TensorData) -> Double {
    mean(columns(of: targets)) { column in
      let sorted = column.sorted()
      let median = sorted[sorted.count / 2]
      return sorted.reduce(0) { $0 + ($1 - median).magnitude } / Double(sorted.count)
    }
  }

  private static func entropy(of shares: [Double]) -> Double {
    shares.reduce(0) { $1 > 0 ? $0 - $1 * log($1) : $0 }
  }

  private static func mean(_ columns: [[Double]], of cost: ([Double]) -> Double) -> Double {
    columns.reduce(0) { $0 + cost($1) } / Double(columns.count)
  }

  /// The numbers of each place of a sample's target, sample by sample.
  private static func columns(of targets: TensorData) -> [[Double]] {
    let width = targets.count / max(targets.shape.first ?? 1, 1)
    return targets.withElements { elements in
      (0..<width).map { place in
        stride(from: place, to: elements.count, by: width).map { Double(elements[$0]) }
      }
    }
  }
}
