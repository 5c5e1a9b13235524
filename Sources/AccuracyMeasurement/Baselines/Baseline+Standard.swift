extension Baseline {
  /// The rules that the library is compared with.
  package static let standard: [Baseline] = [
    endsAbove("ends 5 % above its minimum", by: 0.05),
    endsAbove("ends above its minimum", by: 0),
    generalizationLoss(percent: 5),
    patience(5),
    patience(10),
  ]

  /// Overfits where the last value is above the lowest; keeps the lowest.
  private static func endsAbove(_ name: String, by share: Double) -> Baseline {
    Baseline(name) { curve in
      Answer(overfits: curve.finalRise.map { $0 > share } ?? false, kept: curve.lowest)
    }
  }

  /// Stops at the first value so far above the lowest before it, and keeps that one; overfits where the run ends
  /// so far above its lowest (Prechelt 1998).
  static func generalizationLoss(percent: Double) -> Baseline {
    Baseline("GL \(Int(percent)) (Prechelt 1998)") { curve in
      var lowest = Double.infinity
      let stop = curve.values.firstIndex { value in
        if value < lowest { lowest = value }
        return 100 * (value / lowest - 1) > percent
      }
      return Answer(
        overfits: curve.finalRise.map { 100 * $0 > percent } ?? false,
        kept: curve.lowest(among: stop ?? curve.values.count))
    }
  }

  /// Stops after so many epochs without a lower value, and keeps the lowest until then; overfits where that is
  /// before the run's last epoch.
  static func patience(_ patience: Int) -> Baseline {
    Baseline("patience \(patience)") { curve in
      var lowest = Double.infinity
      var waited = 0
      let stop = curve.values.firstIndex { value in
        waited = value < lowest ? 0 : waited + 1
        lowest = value < lowest ? value : lowest
        return waited >= patience
      }
      let end = stop.map { $0 + 1 } ?? curve.values.count
      return Answer(overfits: end < curve.values.count, kept: curve.lowest(among: end))
    }
  }
}
