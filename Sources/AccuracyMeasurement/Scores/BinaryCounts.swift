/// How often what was said and what is true went together, for one label.
package struct BinaryCounts: Sendable, Hashable {
  package private(set) var truePositives = 0
  package private(set) var falsePositives = 0
  package private(set) var falseNegatives = 0
  package private(set) var trueNegatives = 0

  /// Counts one run.
  mutating func add(stated: Bool, holds: Bool) {
    switch (stated, holds) {
    case (true, true): truePositives += 1
    case (true, false): falsePositives += 1
    case (false, true): falseNegatives += 1
    case (false, false): trueNegatives += 1
    }
  }

  package var positives: Int { truePositives + falseNegatives }
  package var negatives: Int { trueNegatives + falsePositives }

  /// The share of what was said that is true; 0 where nothing was said.
  package var precision: Double { Self.share(truePositives, of: truePositives + falsePositives) ?? 0 }

  /// The share of what is true that was said; 0 where nothing is true.
  package var recall: Double { Self.share(truePositives, of: positives) ?? 0 }

  /// The share of what is not true that was not said.
  package var specificity: Double? { Self.share(trueNegatives, of: negatives) }

  /// The harmonic mean of precision and recall; 0 where both are.
  package var f1: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  /// The mean of the F1 of the label and of its absence.
  package var macroF1: Double { (f1 + negated.f1) / 2 }

  /// The counts for the absence of the label.
  private var negated: BinaryCounts {
    var counts = BinaryCounts()
    counts.truePositives = trueNegatives
    counts.falsePositives = falseNegatives
    counts.falseNegatives = falsePositives
    counts.trueNegatives = truePositives
    return counts
  }

  private static func share(_ part: Int, of whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
  }
}
