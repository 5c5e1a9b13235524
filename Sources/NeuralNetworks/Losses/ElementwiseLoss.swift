import Tensors

/// A loss that compares each number of the output with one of the target.
struct ElementwiseLoss {
  let name: String
  let reduction: Reduction

  /// - Throws: ``LossError`` where the shapes differ, which are not stretched, as that would hide mistakes; or where a
  ///   target is NaN, which would spoil every weight.
  func check(_ output: Tensor, _ target: Tensor) throws(LossError) {
    guard output.shape == target.shape else {
      let advice = output.count == target.count ? ", as target.reshaped(to: output.shape) gives" : ""
      throw LossError(
        loss: name, reason: .shape,
        message: "an output of shape \(output.shape) and a target of shape \(target.shape); expected "
          + "equal shapes\(advice)")
    }
    if let place = target.data.withElements({ $0.firstIndex { $0.isNaN } }) {
      let row = place * (target.shape.first ?? 1) / target.count
      throw LossError(
        loss: name, reason: .range,
        message:
          "target nan in row \(row) of the batch; expected numbers: fill the gaps of the data, or leave "
          + "such rows out")
    }
  }

  /// - Throws: ``LossError`` where a target lies beyond what the function that gave the output can give.
  func checkReach(_ output: Tensor, _ target: Tensor) throws(LossError) {
    guard let producer = output.producer, let range = producer.range else { return }
    try checkRange(target.data, range) { found in
      "target \(found), which an output through \(producer.name) (\(range.lowerBound) to \(range.upperBound)) "
        + "cannot reach; use a linear output, or scale the targets into that range"
    }
  }

  /// - Throws: ``LossError`` where a number of the data lies outside a range.
  func checkRange(
    _ data: TensorData, _ range: ClosedRange<Float>, _ message: (_ found: Float) -> String
  ) throws(LossError) {
    let outside = data.withElements { $0.first { !range.contains($0) && !$0.isNaN } }
    if let outside { throw LossError(loss: name, reason: .range, message: message(outside)) }
  }

  /// The reduced loss, from the loss of each number and its slope along the output.
  ///
  /// - Parameters:
  ///   - value: the loss of an output, its target and its place in the batch.
  ///   - slope: the derivative of `value` with respect to the output.
  @inline(__always)
  func callAsFunction(
    _ output: Tensor, _ target: Tensor, value: (_ output: Float, _ target: Float, _ place: Int) -> Float,
    slope: @escaping (_ output: Float, _ target: Float, _ place: Int) -> Float
  ) -> Tensor {
    let (outputs, targets) = (output.data, target.data)
    let scale = reduction == .mean ? 1 / Float(outputs.count) : 1
    let sum = outputs.withElements { outputs in
      targets.withElements { targets in
        var sum = 0.0
        for i in outputs.indices { sum += Double(value(outputs[i], targets[i], i)) }
        return sum
      }
    }
    return Tensor(TensorData([Float(sum) * scale], shape: []), from: output) { upstream, inputs in
      let factor = scale * upstream.withElements { $0[0] }
      inputs.receive(0) {
        TensorData(shape: outputs.shape) { gradient in
          outputs.withElements { outputs in
            targets.withElements { targets in
              for i in outputs.indices {
                gradient.initializeElement(at: i, to: slope(outputs[i], targets[i], i) * factor)
              }
            }
          }
        }
      }
    }
  }
}
