extension Ticks {
  /// The ticks whose labels do not touch, the first one among them.
  ///
  /// - Parameters:
  ///   - ticks: Ticks in the order of the axis.
  ///   - scale: The axis.
  ///   - gap: The least distance between two labels, in points.
  ///   - extent: How much of the axis a label takes, in points.
  static func apart(
    _ ticks: [Tick], on scale: Scale, gap: Double, extent: (String) -> Double
  ) -> [Tick] {
    var kept: [Tick] = []
    for tick in ticks {
      if let last = kept.last {
        let distance = abs(scale.position(of: tick.value) - scale.position(of: last.value))
        if distance < (extent(last.label) + extent(tick.label)) / 2 + gap { continue }
      }
      kept.append(tick)
    }
    return kept
  }
}
