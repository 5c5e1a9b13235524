import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The weight of every class in every row of a batch: what the log-probabilities of a network are multiplied by
/// in the losses of classification.
struct ClassTargets {
  private let rows: Int
  private let classes: Int
  private let content: Content
  /// What a mean divides by: the weights of the target classes, or the rows where targets are probabilities.
  let totalWeight: Float

  private enum Content {
    /// The class of each row, the weights of the classes, and the share that is spread over all of them.
    case places([Int], weights: [Float]?, smoothing: Float)
    case matrix(TensorData)
  }

  /// Reads the targets of a batch.
  ///
  /// - Throws: ``LossError`` where the shapes do not belong together or a target is no class.
  init(
    _ target: TensorData, outputs: Shape, weights: [Float]?, smoothing: Float, loss: String
  ) throws(LossError) {
    guard outputs.rank == 2, target.shape == [outputs[0]] || target.shape == outputs else {
      throw LossError(
        loss: loss, reason: .shape,
        message: "an output of shape \(outputs) and a target of shape \(target.shape); expected "
          + "[batch, classes] and [batch] with the number of each class, or [batch, classes] with probabilities"
      )
    }
    rows = outputs[0]
    let classes = outputs[1]
    self.classes = classes
    if let weights, weights.count != classes {
      throw LossError(
        loss: loss, reason: .shape, message: "\(weights.count) class weights for \(classes) classes")
    }
    if target.shape == outputs {
      try Self.checkShares(target, loss: loss)
      content = .matrix(Self.matrix(target, weights: weights, smoothing: smoothing))
    } else {
      content = .places(
        try Self.places(target, classes: classes, loss: loss), weights: weights, smoothing: smoothing)
    }
    totalWeight = Float(Self.totalWeight(target, outputs: outputs, weights: weights))
  }

  /// The weights of the target classes, or the rows where targets are probabilities or all classes weigh alike.
  static func totalWeight(_ target: TensorData, outputs: Shape, weights: [Float]?) -> Double {
    guard let weights, target.shape != outputs else { return Double(target.shape.first ?? 1) }
    return target.withElements { elements in
      elements.reduce(0) { sum, element in
        guard let place = Int(exactly: element), weights.indices.contains(place) else { return sum }
        return sum + Double(weights[place])
      }
    }
  }

  private static func places(
    _ target: TensorData, classes: Int, loss: String
  ) throws(LossError) -> [Int] {
    let places = target.withElements { elements in
      elements.map { $0 >= 0 && $0 < Float(classes) && $0 == $0.rounded(.towardZero) ? Int($0) : -1 }
    }
    if let row = places.firstIndex(of: -1) {
      throw LossError(
        loss: loss, reason: .range,
        message: "target \(target.elements[row]) in row \(row) of the batch; expected "
          + (classes == 1
            ? "class 0 alone, as the output has one column; for yes or no use BCEWithLogitsLoss"
            : "a class from 0 to \(classes - 1), as the output has \(classes) columns"))
    }
    return places
  }

  /// - Throws: ``LossError`` where a row of targets is no distribution over the classes.
  private static func checkShares(_ target: TensorData, loss: String) throws(LossError) {
    let classes = target.shape[1]
    let sums = target.withElements { elements in
      (0..<target.shape[0]).map { row in
        let shares = elements[row * classes..<(row + 1) * classes]
        return shares.allSatisfy { $0 >= 0 } ? shares.reduce(0, +) : .nan
      }
    }
    guard let row = sums.firstIndex(where: { !(($0 - 1).magnitude <= 1e-3) }) else { return }
    let shares = target.rows(row..<(row + 1)).elements.map { "\($0)" }.joined(separator: ", ")
    throw LossError(
      loss: loss, reason: .range,
      message: "targets \(shares) in row \(row) of the batch; expected the shares of the \(classes) classes, "
        + "from 0 to 1 and 1 together; for several labels at once, or yes or no, use BCEWithLogitsLoss")
  }

  private static func matrix(_ target: TensorData, weights: [Float]?, smoothing: Float) -> TensorData {
    let classes = target.shape[1]
    var matrix = target
    matrix.withMutableElements { elements in
      for i in elements.indices {
        let smoothed = elements[i] * (1 - smoothing) + smoothing / Float(classes)
        elements[i] = smoothed * (weights?[i % classes] ?? 1)
      }
    }
    return matrix
  }

  /// The sum of the targets' weights times the log-probabilities.
  func dot(_ logProbabilities: TensorData) -> Float {
    logProbabilities.withElements { values in
      var sum = 0.0
      switch content {
      case .places(let places, let weights, let smoothing):
        for (row, place) in places.enumerated() {
          let own = (1 - smoothing) * (weights?[place] ?? 1) * values[row * classes + place]
          sum += Double(own)
          guard smoothing > 0 else { continue }
          for column in 0..<classes {
            sum += Double(
              smoothing / Float(classes) * (weights?[column] ?? 1) * values[row * classes + column])
          }
        }
      case .matrix(let matrix):
        matrix.withElements { weights in
          // A class that has no share adds nothing, also where its log-probability is infinite.
          for i in values.indices where weights[i] != 0 { sum += Double(weights[i] * values[i]) }
        }
      }
      return Float(sum)
    }
  }

  /// The gradient of minus ``dot(_:)`` times `scale` with respect to the logits: each row's softmax times the
  /// row's weight, less the weights.
  func gradient(logProbabilities: TensorData, scale: Float) -> TensorData {
    var gradient = logProbabilities.exponentials()
    gradient.withMutableElements { target in
      switch content {
      case .places(let places, let weights, let smoothing):
        let spread = smoothing / Float(classes)
        let spreadTotal = spread * (weights?.reduce(0, +) ?? Float(classes))
        for (row, place) in places.enumerated() {
          let start = row * classes
          let own = (1 - smoothing) * (weights?[place] ?? 1)
          let rowScale = (own + spreadTotal) * scale
          for i in start..<(start + classes) { target[i] *= rowScale }
          target[start + place] -= own * scale
          guard smoothing > 0 else { continue }
          for column in 0..<classes { target[start + column] -= spread * (weights?[column] ?? 1) * scale }
        }
      case .matrix(let matrix):
        matrix.withElements { weights in
          for row in 0..<rows {
            let range = (row * classes)..<((row + 1) * classes)
            let total = weights[range].reduce(0, +)
            for i in range { target[i] = (target[i] * total - weights[i]) * scale }
          }
        }
      }
    }
    return gradient
  }

  /// The weights of all classes in all rows, times a factor.
  func weights(_ shape: Shape, times factor: Float) -> TensorData {
    switch content {
    case .places(let places, let weights, _):
      var result = TensorData(repeating: 0, shape: shape)
      result.withMutableElements { target in
        for (row, place) in places.enumerated() {
          target[row * classes + place] = factor * (weights?[place] ?? 1)
        }
      }
      return result
    case .matrix(let matrix):
      var result = matrix
      result.scale(by: factor)
      return result
    }
  }

  /// How many rows of an output have their largest number at the target's class.
  static func correctCount(_ output: Tensor, _ target: Tensor) -> Int {
    let predicted = output.argmax(along: 1)
    if target.shape == output.shape { return zip(predicted, target.argmax(along: 1)).count { $0 == $1 } }
    return target.data.withElements { targets in zip(predicted, targets).count { Float($0) == $1 } }
  }
}
