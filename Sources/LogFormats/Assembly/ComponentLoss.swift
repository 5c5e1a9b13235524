import RunRecords

/// Adds the total of a loss that was logged in components only, such as box, class and shape.
enum ComponentLoss {
  /// Appends the total of each split, if the same components are there for training and validation.
  static func addTotals(_ drafts: inout [DraftSeries]) -> [RunNote] {
    let components = drafts.filter { $0.metric.kind == .loss && !$0.heading.component.isEmpty }
    let training = components.filter { $0.split == .training }
    let validation = components.filter { $0.split == .validation }
    let hasTotal = drafts.contains { $0.key == Metric.loss.name && $0.split == .training }
    guard !hasTotal, training.count > 1, Set(training.map(\.key)) == Set(validation.map(\.key)),
      training.count == validation.count,
      let trainingTotal = total(of: training), let validationTotal = total(of: validation)
    else { return [] }
    drafts += [trainingTotal, validationTotal]
    let names = training.map(\.name).joined(separator: " + ")
    return [
      RunNote(
        .interpretation,
        "The loss is the sum of its components, which the log does not hold itself: \(names), and the same for "
          + "validation.")
    ]
  }

  private static func total(of parts: [DraftSeries]) -> DraftSeries? {
    guard let first = parts.first else { return nil }
    var sums: [Double: (sum: Double, count: Int)] = [:]
    for part in parts {
      for (epoch, value) in zip(part.epochs, part.values) {
        let (sum, count) = sums[epoch] ?? (0, 0)
        sums[epoch] = (sum + value, count + 1)
      }
    }
    let whole = sums.filter { $0.value.count == parts.count }.sorted { $0.key < $1.key }
    guard !whole.isEmpty else { return nil }
    let separator = first.name.contains("/") ? "/" : "_"
    let prefix = first.split == .validation ? "val" : "train"
    let name = prefix + separator + parts.map(\.heading.component).joined(separator: "+")
    var curve = Curve(heading: Heading(name: name, metric: .loss, split: first.split), column: nil)
    curve.finish()
    return DraftSeries(curve: curve, epochs: whole.map(\.key), values: whole.map(\.value.sum), summary: nil)
  }
}
