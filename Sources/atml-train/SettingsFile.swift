import Files
import Yams

/// The options of a training run in a YAML file: the long names of options without their dashes.
///
/// ```yaml
/// images: data/train
/// validation: data/valid
/// model: mlp
/// hidden: [512, 128]
/// early-stopping: 5
/// overwrite: true
/// ```
///
/// On the command line `--no-overwrite` turns it off again.
struct SettingsFile {
  private let path: String

  /// Puts the options of the file that `--config` names before the other arguments, which so win.
  static func expand(_ arguments: [String]) throws(SettingsError) -> [String] {
    let train = Train.name
    let others = AtmlTrain.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    var rest: [String] = []
    var settings: [String] = []
    var isFound = false
    var words = arguments[...]
    if words.first == train {
      words.removeFirst()
    } else if let first = words.first, others.contains(first) {
      return arguments
    }
    while let word = words.first, word != "--" {
      words.removeFirst()
      var path: String?
      if word == "--config" { path = words.popFirst() }
      if word.hasPrefix("--config=") { path = String(word.dropFirst("--config=".count)) }
      guard let path else {
        rest.append(word)
        continue
      }
      isFound = true
      settings += try SettingsFile(path: path).arguments()
      // What is written later is told where the files are that are read.
      rest.append("--config=\(path)")
    }
    return isFound ? [train] + settings + rest + words : arguments
  }

  /// The options of the file as arguments.
  private func arguments() throws(SettingsError) -> [String] {
    guard let root = try document() else { return [] }
    guard let mapping = root.mapping else {
      throw error(root, "expected options such as 'model: mlp'")
    }
    var arguments: [String] = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string, !Self.otherNames.contains(name), !name.hasPrefix("-"),
        !name.contains("=")
      else {
        throw error(key, "expected the name of an option of training, without dashes")
      }
      let option = try self.option(name, value)
      // Alone, an option that is wrong can be told with its place.
      do {
        _ = try Train.parse(option)
      } catch {
        throw self.error(key, Train.message(for: error))
      }
      arguments += option
    }
    return arguments
  }

  /// Options that say nothing about a training run.
  private static let otherNames: Set = [
    "config", "help", "help-hidden", "version", "generate-completion-script", "experimental-dump-help",
  ]

  private func option(_ name: String, _ value: Node) throws(SettingsError) -> [String] {
    if Self.isFlag(name) {
      guard let isOn = value.bool else { throw error(value, "expected true or false for '\(name)'") }
      return isOn ? ["--\(name)"] : Self.isFlag("no-\(name)") ? ["--no-\(name)"] : []
    }
    return ["--\(name)=\(try text(of: value, name))"]
  }

  /// A value, or the values of a list with commas between them.
  private func text(of value: Node, _ name: String) throws(SettingsError) -> String {
    if let scalar = value.scalar {
      guard !scalar.string.isEmpty, value.null == nil else {
        throw error(value, "'\(name)' has no value; give it one, or leave the line out")
      }
      return scalar.string
    }
    let items = value.sequence.map { $0.compactMap(\.scalar?.string) } ?? []
    guard let sequence = value.sequence, !items.isEmpty, items.count == sequence.count else {
      throw error(value, "expected a value or a list of values for '\(name)'")
    }
    return items.joined(separator: ",")
  }

  private static func isFlag(_ name: String) -> Bool { (try? Train.parse(["--\(name)"])) != nil }

  private func document() throws(SettingsError) -> Node? {
    let bytes: [UInt8]
    do {
      bytes = try FileBytes.contents(of: path)
    } catch {
      throw SettingsError(path: path, kind: .unreadable, problem: "\(error.problem). \(error.advice ?? "")")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SettingsError(path: path, kind: .content, problem: "the text is not UTF-8; save it as UTF-8")
    }
    do {
      return try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw SettingsError(path: path, error)
    } catch {
      throw SettingsError(path: path, kind: .content, problem: "this is no YAML: \(error)")
    }
  }

  private func error(_ node: Node, _ problem: String) -> SettingsError {
    SettingsError(path: path, kind: .content, place: node.mark, problem: problem)
  }
}
