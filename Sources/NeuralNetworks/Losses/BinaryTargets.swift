import Tensors

/// What the two losses of yes or no share.
enum BinaryTargets {
  /// How many rows have all their numbers on the target's side of a threshold.
  static func correctCount(_ output: Tensor, _ target: Tensor, threshold: Float) -> Int {
    let rows = output.shape.first ?? 1
    let width = output.count / max(rows, 1)
    return output.data.withElements { outputs in
      target.data.withElements { targets in
        (0..<rows).count { row in
          (row * width..<(row + 1) * width).allSatisfy { (outputs[$0] > threshold) == (targets[$0] > 0.5) }
        }
      }
    }
  }
}
