import Texts

/// The `meta.yaml` of a run or an experiment of MLflow's file store: lines of `key: value`.
struct MLflowMeta {
  private var fields: [String: String] = [:]

  /// Files of more bytes are not MLflow's.
  private static let longest = 64 * 1024

  /// Reads the file of a folder; `nil` if there is none that can be read.
  init?(of folder: LogFolder) {
    guard folder.has("meta.yaml"), let input = try? LogInput(path: folder.path(of: "meta.yaml")),
      input.head.isWhole, input.head.bytes.count <= Self.longest
    else { return nil }
    for line in String(decoding: input.head.bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = PrintableText.clean(String(line[line.index(after: colon)...]))
      fields[String(line[..<colon])] = Self.unquoted(value)
    }
  }

  var isRun: Bool { fields["run_id"] != nil || fields["run_uuid"] != nil }
  var isExperiment: Bool { !isRun && fields["experiment_id"] != nil }
  var isDeleted: Bool { fields["lifecycle_stage"] == "deleted" }
  /// The name of a run, or else its identifier.
  var runName: String? { named("run_name") ?? named("name") ?? named("run_id") ?? named("run_uuid") }
  var experimentName: String? { named("name") ?? named("experiment_id") }

  private func named(_ key: String) -> String? {
    guard let value = fields[key], !value.isEmpty, value != "null" else { return nil }
    return value
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
