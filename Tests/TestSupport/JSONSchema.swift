import Foundation

/// Checks JSON against a schema: the keywords that the project's schema uses (JSON Schema 2020-12).
///
/// A keyword that is not known is a mistake of the check and is reported as one.
public struct JSONSchema {
  private let root: [String: Any]

  public init(contentsOf file: URL) throws {
    root = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
  }

  /// What is wrong with a text of JSON, each with its place; empty when it fits.
  public func problems(in text: String) throws -> [String] {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    return problems(value, root, "$")
  }

  private func problems(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    schema.flatMap { key, rule -> [String] in
      switch key {
      case "$schema", "$id", "$defs", "title", "description": return []
      case "$ref":
        let name = (rule as? String)?.split(separator: "/").last.map(String.init) ?? ""
        let definitions = root["$defs"] as? [String: Any] ?? [:]
        guard let definition = definitions[name] as? [String: Any] else {
          return ["\(path): no $defs/\(name)"]
        }
        return problems(value, definition, path)
      case "type":
        let types = rule as? [String] ?? [rule as? String ?? ""]
        return types.contains { isOf($0, value) } ? [] : ["\(path): \(value) is not \(types)"]
      case "const": return equal(rule, value) ? [] : ["\(path): \(value) is not \(rule)"]
      case "enum":
        return (rule as? [Any] ?? []).contains { equal($0, value) }
          ? [] : ["\(path): \(value) is none of \(rule)"]
      case "anyOf":
        let options = rule as? [[String: Any]] ?? []
        return options.contains { problems(value, $0, path).isEmpty }
          ? [] : ["\(path): \(value) fits no option"]
      case "required":
        let keys = (value as? [String: Any])?.keys
        return (rule as? [String] ?? []).filter { keys?.contains($0) == false }.map {
          "\(path): \($0) is missing"
        }
      case "properties":
        let object = value as? [String: Any] ?? [:]
        return (rule as? [String: [String: Any]] ?? [:]).flatMap { name, schema in
          object[name].map { problems($0, schema, "\(path).\(name)") } ?? []
        }
      case "additionalProperties":
        let known = (schema["properties"] as? [String: Any] ?? [:]).keys
        let extra = (value as? [String: Any] ?? [:]).filter { !known.contains($0.key) }
        if let schema = rule as? [String: Any] {
          return extra.flatMap { problems($0.value, schema, "\(path).\($0.key)") }
        }
        return extra.keys.map { "\(path): \($0) is not expected" }
      case "items":
        let schema = rule as? [String: Any] ?? [:]
        return (value as? [Any] ?? []).enumerated().flatMap { problems($1, schema, "\(path)[\($0)]") }
      case "minItems": return count(value) ?? .max >= number(rule) ? [] : ["\(path): too few items"]
      case "maxItems": return count(value) ?? 0 <= number(rule) ? [] : ["\(path): too many items"]
      case "minimum":
        return (value as? NSNumber)?.doubleValue ?? .infinity >= (rule as? NSNumber)?.doubleValue ?? 0
          ? [] : ["\(path): \(value) is below \(rule)"]
      case "maximum":
        return (value as? NSNumber)?.doubleValue ?? -.infinity <= (rule as? NSNumber)?.doubleValue ?? 0
          ? [] : ["\(path): \(value) is above \(rule)"]
      default: return ["\(path): the check does not know the keyword \(key)"]
      }
    }
  }

  private func isOf(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "null": value is NSNull
    case "number": value is NSNumber && !(value is String)
    case "integer": (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
    default: false
    }
  }

  private func equal(_ one: Any, _ other: Any) -> Bool {
    (one as? NSObject)?.isEqual(other) ?? false
  }

  private func count(_ value: Any) -> Int? { (value as? [Any])?.count }

  private func number(_ value: Any) -> Int { (value as? NSNumber)?.intValue ?? 0 }
}
