import Tensors

/// The mean and the standard deviation of each feature over samples.
public struct FeatureStatistics: Sendable, Hashable {
  /// Of a sample's shape.
  public let mean: TensorData
  /// Of a sample's shape: `√(Σ (x − μ)² / n)`, and 1 for a feature that is always the same but for rounding.
  public let deviation: TensorData

  /// Measures the rows of a tensor at given places.
  ///
  /// - Precondition: at least one place, each below the number of rows.
  init(of data: TensorData, at places: [Int]) {
    require(!places.isEmpty, "the statistics of no samples")
    let shape = data.shape.removing(axis: 0)
    let width = shape.elementCount
    var mean = [Double](repeating: 0, count: width)
    var deviation = mean
    data.withElements { elements in
      for place in places {
        for feature in 0..<width { mean[feature] += Double(elements[place * width + feature]) }
      }
      for feature in 0..<width { mean[feature] /= Double(places.count) }
      for place in places {
        for feature in 0..<width {
          let distance = Double(elements[place * width + feature]) - mean[feature]
          deviation[feature] += distance * distance
        }
      }
    }
    self.mean = TensorData(mean.map { Float($0) }, shape: shape)
    let roots = zip(deviation, mean).map { squares, mean in
      let root = (squares / Double(places.count)).squareRoot()
      return root > abs(mean) * Double(Float.ulpOfOne) ? max(Float(root), .leastNormalMagnitude) : 1
    }
    self.deviation = TensorData(roots, shape: shape)
  }
}

extension TensorDataset {
  /// The mean and deviation of each input over samples, all of them by default.
  ///
  /// - Precondition: at least one sample; each place is below `count`.
  public func inputStatistics(at places: [Int]? = nil) -> FeatureStatistics {
    FeatureStatistics(of: inputs, at: places ?? Array(0..<count))
  }

  /// The mean and deviation of each target over samples, all of them by default.
  ///
  /// - Precondition: at least one sample; each place is below `count`.
  public func targetStatistics(at places: [Int]? = nil) -> FeatureStatistics {
    FeatureStatistics(of: targets, at: places ?? Array(0..<count))
  }
}
