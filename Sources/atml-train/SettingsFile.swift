import ArgumentParser
import Yams

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

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
enum SettingsFile {
  /// Puts the options of the file that `--config` names before the other arguments, which so win.
  static func expand(_ arguments: [String]) throws(SettingsError) -> [String] {
    var rest: [String] = []
    var settings: [String] = []
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      if argument == "--config", index + 1 < arguments.count {
        settings += try self.arguments(of: arguments[index + 1])
        index += 2
      } else if argument.hasPrefix("--config=") {
        settings += try self.arguments(of: String(argument.dropFirst("--config=".count)))
        index += 1
      } else {
        rest.append(argument)
        index += 1
      }
    }
    return settings + rest
  }

  /// The options of a file as arguments.
  private static func arguments(of path: String) throws(SettingsError) -> [String] {
    let root: Node?
    do {
      root = try Yams.compose(yaml: String(contentsOf: URL(filePath: path), encoding: .utf8))
    } catch let error as YamlError {
      throw SettingsError(path: path, place: nil, problem: "\(error)")
    } catch {
      throw SettingsError(path: path, place: nil, problem: "the file cannot be read as UTF-8 text")
    }
    guard let root else { return [] }
    guard let mapping = root.mapping else {
      throw SettingsError(path: path, place: root.mark, problem: "expected options such as 'model: mlp'")
    }
    var arguments: [String] = []
    for (key, value) in mapping {
      let option = try self.option(key, value, path: path)
      // Alone, an option that is wrong can be told with its place.
      do {
        _ = try Train.parse(option)
      } catch {
        let message = Train.message(for: error)
        throw SettingsError(path: path, place: key.mark, problem: message)
      }
      arguments += option
    }
    return arguments
  }

  private static func option(_ key: Node, _ value: Node, path: String) throws(SettingsError) -> [String] {
    guard let name = key.string, name != "config" else {
      throw SettingsError(path: path, place: key.mark, problem: "expected the name of an option")
    }
    if let flag = value.bool { return flag ? ["--\(name)"] : [] }
    if let text = value.scalar?.string { return ["--\(name)", text] }
    guard let items = value.sequence else {
      throw SettingsError(
        path: path, place: value.mark, problem: "expected a value or a list of values for '\(name)'")
    }
    return ["--\(name)", items.compactMap { $0.scalar?.string }.joined(separator: ",")]
  }
}

/// What is wrong in a settings file.
struct SettingsError: Error, CustomStringConvertible {
  let path: String
  let place: Mark?
  let problem: String

  var description: String {
    let place = place.map { ":\($0.line):\($0.column)" } ?? ""
    return "\(path)\(place): \(problem)"
  }
}
