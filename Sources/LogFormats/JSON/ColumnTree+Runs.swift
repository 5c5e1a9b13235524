import RunRecords

/// Histories of several runs in one object, by their names: `{"adam": {"loss": [...]}, "sgd": {"loss": [...]}}`.
extension ColumnTree {
  /// The names of the runs; empty where the object holds one.
  ///
  /// Each has the same lists, a loss among them, and a name that is no metric and no part of the data.
  var runs: [String] {
    var names: [String] = []
    var lists: [String: Set<String>] = [:]
    for column in columns {
      guard let (run, list) = Self.parts(column.name) else { return [] }
      if lists[run] == nil { names.append(run) }
      lists[run, default: []].insert(list)
    }
    guard names.count > 1, Set(lists.values).count == 1, let own = lists.values.first,
      own.contains(where: { Heading($0).metric.kind == .loss })
    else { return [] }
    let areNames = names.allSatisfy { name in
      let heading = Heading(name)
      return heading.split == nil && heading.metric.kind == .other && RecordKey(name) == nil
    }
    return areNames ? names : []
  }

  /// The lists of one of the runs.
  func columns(of run: String) -> ColumnTree {
    var tree = self
    tree.columns = columns.compactMap { column in
      guard let (owner, list) = Self.parts(column.name), owner == run else { return nil }
      return Column(name: list, values: column.values, positions: column.positions)
    }
    return tree
  }

  private static func parts(_ name: String) -> (run: String, list: String)? {
    guard let slash = name.firstIndex(of: "/") else { return nil }
    return (String(name[..<slash]), String(name[name.index(after: slash)...]))
  }
}
