/// A sentence whose numbers are still numbers: text with `{id}` where a measurement goes.
///
/// Rules say what was measured; whoever prints it decides how a number looks.
public struct Phrase: Sendable, Hashable {
  public let template: String
  public let measurements: [Measurement]

  public init(_ template: String, _ measurements: [Measurement] = []) {
    self.template = template
    self.measurements = measurements
  }

  /// The sentence with every `{id}` replaced by what a formatter makes of its measurement.
  ///
  /// A name that no measurement has stays as it is written.
  public func text(formattedBy format: (Measurement) -> String) -> String {
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let id = rest[rest.index(after: open)..<close]
      if let measurement = measurements.first(where: { $0.id == id }) {
        result += format(measurement)
      } else {
        result += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// The names that a template refers to.
  public static func placeholders(in template: String) -> [String] {
    let bytes = template.utf8
    var names: [String] = []
    var rest = bytes[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      names.append(String(template[bytes.index(after: open)..<close]))
      rest = rest[bytes.index(after: close)...]
    }
    return names
  }
}
