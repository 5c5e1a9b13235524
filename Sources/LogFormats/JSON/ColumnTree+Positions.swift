import RunRecords

/// Lists of values beside the list of where they stand, as trackers write them:
/// `{"loss": {"steps": [1, 2], "values": [0.9, 0.7]}}`.
extension ColumnTree {
  private static let valueLists: Set<String> = ["value", "values", "y"]

  /// Makes one list of each such pair, by the name of the object that both are in; what else is in it is left out.
  mutating func pairLists() {
    var pairs: [String: (values: Column?, positions: Column?)] = [:]
    for column in columns where column.positions == nil {
      guard let (object, list) = Self.owner(of: column.name) else { continue }
      if Self.valueLists.contains(list.lowercased()) {
        pairs[object, default: (nil, nil)].values = column
      } else if Self.axis(of: list) != nil {
        pairs[object, default: (nil, nil)].positions = column
      }
    }
    let paired = pairs.compactMapValues(Self.joined)
    columns = columns.compactMap { column in
      guard let (object, _) = Self.owner(of: column.name), var joined = paired[object] else { return column }
      guard column.name == joined.name else { return nil }
      joined.name = object
      return joined
    }
  }

  /// The values with their positions; `nil` unless each has one.
  private static func joined(_ values: Column?, _ positions: Column?) -> Column? {
    guard var column = values, let positions, let (_, list) = owner(of: positions.name) else { return nil }
    let numbers = positions.values.compactMap { $0 }.filter(\.isFinite)
    guard numbers.count == column.values.count else { return nil }
    column.positions = numbers
    column.axis = axis(of: list)
    return column
  }

  private static func axis(of list: String) -> RunAxis? {
    // The horizontal axis of a chart of a tracker.
    list.lowercased() == "x" ? .step : ColumnPlaces.axis(list)
  }

  /// The path of the object that a list is in, and the list's own key.
  private static func owner(of name: String) -> (object: String, list: String)? {
    guard let slash = name.lastIndex(of: "/") else { return nil }
    return (String(name[..<slash]), String(name[name.index(after: slash)...]))
  }
}
