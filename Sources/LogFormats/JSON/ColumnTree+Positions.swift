import RunRecords

/// Curves that are objects of two lists, their positions and their values, as those of ClearML and Sacred:
/// `{"loss": {"train": {"x": [0, 1], "y": [0.9, 0.7]}}}`, `{"train.loss": {"steps": [1, 2], "values": [0.9, 0.7]}}`.
extension ColumnTree {
  private static let valueKeys: Set<String> = ["y", "value", "values"]
  private static let positionKeys: [String: RunAxis] = [
    "x": .step, "step": .step, "steps": .step, "iteration": .iteration, "iterations": .iteration,
    "epoch": .epoch,
    "epochs": .epoch,
  ]

  /// Makes one list of each such object.
  ///
  /// - Returns: What the positions count; `nil` if there is none.
  mutating func joinPositions() -> RunAxis? {
    var owners: [String: (positions: [Double], axis: RunAxis)] = [:]
    for column in columns where column.positions == nil {
      guard let (owner, key) = Self.owner(of: column.name), let axis = Self.positionKeys[key] else {
        continue
      }
      let positions = column.values.compactMap(\.self)
      if positions.count == column.values.count { owners[owner] = (positions, axis) }
    }
    let curves = columns.filter { column in
      guard let (owner, key) = Self.owner(of: column.name), Self.valueKeys.contains(key) else { return false }
      return column.positions == nil && owners[owner]?.positions.count == column.values.count
    }
    let names = Set(curves.compactMap { Self.owner(of: $0.name)?.owner })
    guard let first = curves.first.flatMap({ Self.owner(of: $0.name)?.owner }) else { return nil }
    columns = columns.compactMap { column in
      guard let (owner, key) = Self.owner(of: column.name), names.contains(owner) else { return column }
      guard Self.valueKeys.contains(key) else { return nil }
      return Column(name: owner, values: column.values, positions: owners[owner]?.positions)
    }
    return owners[first]?.axis
  }

  /// The path above the last key of a list's name, and that key.
  private static func owner(of name: String) -> (owner: String, key: String)? {
    guard let slash = name.lastIndex(of: "/"), slash > name.startIndex else { return nil }
    return (String(name[..<slash]), name[name.index(after: slash)...].lowercased())
  }
}
