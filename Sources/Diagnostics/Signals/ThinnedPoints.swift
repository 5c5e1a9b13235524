/// Points that stand for a longer curve, so that costly fits stay fast.
struct ThinnedPoints: Sendable {
  var epochs: [Double] = []
  var values: [Double] = []

  /// Keeps all points up to a limit; beyond it, the medians of equal groups of neighbours.
  init(epochs: [Double], values: [Double], limit: Int) {
    let size = (values.count + limit - 1) / max(limit, 1)
    guard size > 1 else {
      self.epochs = epochs
      self.values = values
      return
    }
    for start in stride(from: 0, to: values.count, by: size) {
      let group = start..<min(start + size, values.count)
      if let value = values[group].median(), let epoch = epochs[group].median() {
        self.values.append(value)
        self.epochs.append(epoch)
      }
    }
  }
}
