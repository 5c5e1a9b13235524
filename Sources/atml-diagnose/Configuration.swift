import ATMLDiagnose

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The parameters of rules from a file of JSON, in which comments may stand.
struct Configuration: Decodable {
  /// Values by rule and parameter, such as `{"rising-validation-loss": {"tolerance": 0.1}}`.
  let rules: [String: [String: Double]]

  static let standardPath = ".atml-diagnose.json"

  /// Reads a configuration file.
  ///
  /// - Parameter path: The file; `nil` for the one of the current folder, which may be absent.
  /// - Throws: ``ConfigurationError``
  static func load(path: String?) throws(ConfigurationError) -> Configuration? {
    let file = path ?? standardPath
    if path == nil, !FileManager.default.fileExists(atPath: file) { return nil }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw ConfigurationError(file: file, problem: "cannot be read")
    }
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    do {
      return try decoder.decode(StrictConfiguration.self, from: data).configuration
    } catch {
      throw ConfigurationError(file: file, problem: describe(error))
    }
  }

  /// Sets every parameter.
  ///
  /// - Throws: ``ConfigurationError`` for a rule, parameter or value that does not exist.
  func apply(to book: inout RuleBook) throws(ConfigurationError) {
    for (rule, parameters) in rules.sorted(by: { $0.key < $1.key }) {
      for (parameter, value) in parameters.sorted(by: { $0.key < $1.key }) {
        do {
          try book.set("\(rule).\(parameter)", to: value)
        } catch {
          throw ConfigurationError(
            file: Configuration.standardPath, problem: "\(rule).\(parameter): \(error)")
        }
      }
    }
  }

  private static func describe(_ error: any Error) -> String {
    func place(_ path: [any CodingKey]) -> String {
      path.isEmpty ? "the file" : path.map(\.stringValue).joined(separator: ".")
    }
    switch error {
    case DecodingError.keyNotFound(let key, _):
      return "\"\(key.stringValue)\" is missing; expected {\"rules\": {\"RULE\": {\"PARAMETER\": NUMBER}}}"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      return "\(place(context.codingPath)): \(context.debugDescription)"
    case DecodingError.dataCorrupted(let context):
      let cause = context.underlyingError.map { " (\($0))" } ?? ""
      return "\(place(context.codingPath)): \(context.debugDescription)\(cause)"
    default:
      return "\(error)"
    }
  }
}

/// The same, with unknown keys refused: a misspelt key would otherwise be passed over in silence.
private struct StrictConfiguration: Decodable {
  let configuration: Configuration

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: Key.self).allKeys
    if let unknown = keys.first(where: { $0.stringValue != "rules" }) {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: [unknown], debugDescription: "unknown key; expected \"rules\""))
    }
    configuration = try Configuration(from: decoder)
  }
}

/// Why a configuration file cannot be used.
struct ConfigurationError: Error, CustomStringConvertible {
  let file: String
  let problem: String

  var description: String { "\(file): \(problem)" }
}
