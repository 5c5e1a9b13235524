/// Shapes of curves for the examples of the rules; every one has a closed form.
extension [Double] {
  /// From one level towards another, closing the distance by a factor of e every `pace` epochs.
  static func falling(from start: Double, to end: Double, over epochs: Int, pace: Double = 6) -> [Double] {
    (0..<epochs).map { end + (start - end) * (-Double($0) / pace).exponential }
  }

  static func flat(_ level: Double, over epochs: Int) -> [Double] {
    [Double](repeating: level, count: epochs)
  }

  /// The curve up to an epoch, counted from 1, and from there in a straight line to another level.
  func turning(after epoch: Int, to end: Double) -> [Double] {
    guard epoch >= 1, epoch < count else { return self }
    let start = self[epoch - 1]
    return indices.map { index in
      index < epoch ? self[index] : start + (end - start) * Double(index + 1 - epoch) / Double(count - epoch)
    }
  }

  /// Every value multiplied by up to `1 ± share`, in an order without a pattern that is always the same.
  func shaken(by share: Double, seed: UInt64 = 1) -> [Double] {
    enumerated().map { index, value in
      var bits = (UInt64(index) &+ seed &* 0x2545_F491) &* 0x9E37_79B9_7F4A_7C15
      bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
      bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
      let unit = Double((bits ^ (bits >> 31)) >> 11) / Double(1 << 53)
      return value * (1 + share * (2 * unit - 1))
    }
  }

  /// The curve with one epoch, counted from 1, multiplied by a factor.
  func spiking(at epoch: Int, by factor: Double) -> [Double] {
    indices.map { $0 == epoch - 1 ? self[$0] * factor : self[$0] }
  }
}
