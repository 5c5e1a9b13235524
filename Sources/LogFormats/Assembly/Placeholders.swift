import RunRecords
import Texts

/// Values of exactly -1 in the place of those that were not measured, as Azure's fine-tuning writes them.
enum Placeholders {
  /// Takes them out of losses and shares that are never negative otherwise.
  ///
  /// - Parameter curves: The curves, finished.
  /// - Returns: What was decided.
  static func remove(from curves: inout [Curve]) -> [RunNote] {
    var names: [String] = []
    for index in curves.indices where stands(in: curves[index]) {
      curves[index].removePoints { $0 == -1 }
      names.append(curves[index].heading.name)
    }
    guard !names.isEmpty else { return [] }
    return [
      RunNote(.interpretation, "\(NameList.brief(names)): -1 is read as a value that was not measured.")
    ]
  }

  private static func stands(in curve: Curve) -> Bool {
    let metric = curve.heading.metric
    guard metric.kind == .loss || metric.unit == .fraction, !curve.isCondensed else { return false }
    let values = curve.points.map { curve.value(of: $0) }
    // A loss that falls to -1 does not come back from there again and again.
    let measured = values.lastIndex { $0 >= 0 } ?? 0
    return values[..<measured].count { $0 == -1 } > 1 && !values.contains { $0 < 0 && $0 != -1 }
  }
}
