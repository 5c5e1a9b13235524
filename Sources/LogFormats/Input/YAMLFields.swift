import Texts

/// The lines `key: value` of a small YAML file, such as settings and descriptions that tools write beside their logs.
///
/// Lists and nested fields are passed over.
struct YAMLFields: Equatable {
  private var fields: [String: String] = [:]

  /// Files of more bytes are no settings.
  private static let longest = 64 * 1024

  /// Reads a file of a folder; `nil` if there is none that can be read.
  init?(_ file: String, in folder: LogFolder) {
    guard folder.has(file), let input = try? LogInput(path: folder.path(of: file)), input.head.isWhole,
      input.head.bytes.count <= Self.longest
    else { return nil }
    for line in String(decoding: input.head.bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      guard let colon = line.firstIndex(of: ":"), line.first != " " else { continue }
      let value = PrintableText.clean(String(line[line.index(after: colon)...]))
      fields[String(line[..<colon])] = Self.unquoted(value)
    }
  }

  subscript(key: String) -> String? { fields[key] }

  /// The first of several fields that holds a count above 0.
  func count(_ keys: String...) -> Int? {
    keys.lazy.compactMap { fields[$0].flatMap { Int($0) } }.first { $0 > 0 }
  }

  /// A scalar of YAML without the quotes around it.
  private static func unquoted(_ value: String) -> String {
    guard let quote = value.first, quote == "'" || quote == "\"", value.count > 1, value.last == quote else {
      return value
    }
    let inner = String(value.dropFirst().dropLast())
    return quote == "'" ? inner.replacing("''", with: "'") : inner.replacing("\\\"", with: "\"")
  }
}
