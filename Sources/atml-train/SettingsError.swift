import Yams

/// What is wrong with a settings file.
struct SettingsError: Error, CustomStringConvertible {
  enum Kind {
    /// The file cannot be opened or read.
    case unreadable
    case content
  }

  let path: String
  let kind: Kind
  var place: Mark?
  let problem: String

  var description: String {
    let place = place.map { ":\($0.line):\($0.column)" } ?? ""
    return "\(path)\(place): \(problem)"
  }
}

extension SettingsError {
  /// What the reader of YAML says, in a line with its place.
  init(path: String, _ error: YamlError) {
    var place: Mark?
    let problem: String
    switch error {
    case .scanner(let context, let text, let mark, _), .parser(let context, let text, let mark, _),
      .composer(let context, let text, let mark, _):
      place = mark
      problem = "this is no YAML: \(context.map { "\($0.text) " } ?? "")\(text)"
    case .duplicatedKeysInMapping(let names, let context):
      place = context.mark
      problem = "expected each option once, found twice: \(names.sorted().joined(separator: ", "))"
    default: problem = "this is no YAML: \(error)"
    }
    self.init(path: path, kind: .content, place: place, problem: problem)
  }
}
