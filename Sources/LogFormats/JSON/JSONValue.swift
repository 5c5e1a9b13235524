/// A value of JSON, with members in the order of the text.
enum JSONValue: Sendable, Hashable {
  case object([Member])
  case array([JSONValue])
  case number(Double)
  case string(String)
  case bool(Bool)
  case null

  struct Member: Sendable, Hashable {
    var key: String
    var value: JSONValue
  }

  /// The members of an object.
  var members: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }

  var elements: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The text of a string.
  var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// A number, also where it was written as a string (`"NaN"`, `"0.53"`, `"12"`), as several tools do.
  var number: Double? {
    switch self {
    case .number(let number): number
    case .string(let text): CellValue.number(in: text)
    default: nil
    }
  }

  /// Whether a value says that nothing was measured: `null`, `"N/A"`, `""`.
  var isGap: Bool {
    switch self {
    case .null: true
    case .string(let text): CellValue.isMissing(text)
    default: false
    }
  }

  /// The value as a message shows it.
  var shown: String {
    switch self {
    case .object: "an object"
    case .array: "a list"
    case .number(let number): "\(number)"
    case .string(let text): text
    case .bool(let isTrue): "\(isTrue)"
    case .null: "null"
    }
  }

  /// Whether a value is a time in seconds since 1970, as trackers write one before a step and its value.
  static func isWallTime(_ value: JSONValue) -> Bool { value.number.map { $0 > 1e8 } ?? false }

  /// The member of a key; of several, the last one.
  subscript(key: String) -> JSONValue? { members?.last { $0.key == key }?.value }

  /// The numbers in a value by the path of their keys joined with `/`: `{"val": {"loss": 0.5}}` has `val/loss`.
  ///
  /// Lists are left out, but for one of a single number.
  func flattened(_ take: (_ key: String, _ number: Double) -> Void) {
    flatten(under: "") { key, number in if let number { take(key, number) } }
  }

  /// The numbers below a key by their paths, and `nil` for each `null`.
  ///
  /// Names that only gather others, such as `metrics`, are no part of a path.
  func flatten(under prefix: String, _ take: (_ key: String, _ number: Double?) -> Void) {
    switch self {
    case .object(let members):
      let prefix = Self.gatherers.contains(prefix.lowercased()) ? "" : prefix
      for member in members {
        member.value.flatten(under: prefix.isEmpty ? member.key : "\(prefix)/\(member.key)", take)
      }
    case .array(let elements):
      if elements.count == 1, let number = elements[0].number { take(prefix, number) }
    case .number, .string:
      if let number { take(prefix, number) }
    case .null: take(prefix, nil)
    case .bool: return
    }
  }

  /// Keys of objects that say nothing about the values in them.
  static let gatherers: Set<String> = [
    "metrics", "logs", "log", "history", "data", "values", "scalars", "results", "stats", "scores",
  ]
}
