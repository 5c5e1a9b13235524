import ATMLDiagnose
import Texts

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The parameters of rules from a file of JSON, in which comments may stand.
struct Configuration {
  /// The parameters that the file gives a rule.
  struct Section {
    let rule: ConfigurationKey
    let parameters: [(key: ConfigurationKey, value: Double)]
  }

  let file: String
  let sections: [Section]

  static let standardPath = ".atml-diagnose.json"

  /// Reads a configuration file.
  ///
  /// - Parameter path: The file; `nil` for the one of the current folder, which may be absent.
  /// - Throws: ``ConfigurationError``
  static func load(path: String?) throws(ConfigurationError) -> Configuration? {
    let file = path ?? standardPath
    var isFolder = false
    guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
      if path == nil { return nil }
      throw ConfigurationError(file: file, place: nil, problem: "there is no such file")
    }
    guard !isFolder else {
      throw ConfigurationError(file: file, place: nil, problem: "this is a folder, not a file")
    }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw ConfigurationError(
        file: file, place: nil, problem: "the file cannot be read; check its permissions: ls -l")
    }
    var reader = ConfigurationReader(file: file, bytes: Array(data))
    return Configuration(file: file, sections: try reader.sections())
  }

  /// Sets every parameter.
  ///
  /// - Throws: ``ConfigurationError`` for a rule, parameter or value that does not exist.
  func apply(to book: inout RuleBook) throws(ConfigurationError) {
    for section in sections {
      do throws(RuleBookError) {
        _ = try book.parameters(of: section.rule.text)
      } catch {
        throw ConfigurationError(file: file, place: section.rule.place, problem: "\(error)")
      }
      for parameter in section.parameters {
        do throws(RuleBookError) {
          try book.set("\(section.rule.text).\(parameter.key.text)", to: parameter.value)
        } catch {
          throw ConfigurationError(file: file, place: parameter.key.place, problem: "\(error)")
        }
      }
    }
  }
}

/// A name in a configuration file, and where it stands.
struct ConfigurationKey: Hashable {
  let text: String
  let place: ConfigurationPlace
}

/// A place in a configuration file, both counted from 1.
struct ConfigurationPlace: Hashable {
  let line: Int
  let column: Int
}

/// Why a configuration file cannot be used.
struct ConfigurationError: Error, CustomStringConvertible {
  let file: String
  /// Where; `nil` if the file as a whole is meant.
  let place: ConfigurationPlace?
  let problem: String

  var description: String {
    let name = PrintableText.path(file)
    guard let place else { return "\(name): \(problem)" }
    return "\(name), line \(place.line), column \(place.column): \(problem)"
  }
}
