import ATMLDiagnose
import Texts

/// Reads `{"rules": {"RULE": {"PARAMETER": NUMBER}}}`, in which comments and a comma before `}` may stand.
///
/// The form is fixed, so that whatever differs from it is named with its line and column, which the decoders of
/// Foundation do not tell.
struct ConfigurationReader {
  private let file: String
  private let bytes: [UInt8]
  private var index = 0

  private static let form = "{\"rules\": {\"RULE\": {\"PARAMETER\": NUMBER}}}"

  init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  /// The parameters of each rule, in the order of the file.
  ///
  /// - Throws: ``ConfigurationError``
  mutating func sections() throws(ConfigurationError) -> [Configuration.Section] {
    var sections: [Configuration.Section] = []
    let keys = try members(expected: Self.form) { (reader, key) throws(ConfigurationError) in
      guard key.text == "rules" else {
        throw reader.error(at: key.place, "unknown key \"\(key.text)\", expected \"rules\"")
      }
      try reader.members(expected: "{ and the names of rules") { (reader, rule) throws(ConfigurationError) in
        var parameters: [(ConfigurationKey, Double)] = []
        try reader.members(expected: "{ and the parameters of \(rule.text)") {
          (reader, parameter) throws(ConfigurationError) in
          parameters.append((parameter, try reader.number()))
        }
        sections.append(Configuration.Section(rule: rule, parameters: parameters))
      }
    }
    guard !keys.isEmpty else { throw error(at: place, "\"rules\" is missing, expected \(Self.form)") }
    try skipBlanks()
    guard index == bytes.count else { throw unexpected("the end of the file") }
    return sections
  }

  // MARK: Grammar

  /// Reads an object, handing over each key when its value is next; the keys.
  @discardableResult
  private mutating func members(
    expected: String,
    _ readValue: (inout ConfigurationReader, ConfigurationKey) throws(ConfigurationError) -> Void
  ) throws(ConfigurationError) -> Set<String> {
    guard try takes("{") else { throw unexpected(expected) }
    var keys: Set<String> = []
    while try !takes("}") {
      let key = try key()
      guard keys.insert(key.text).inserted else {
        throw error(at: key.place, "\"\(key.text)\" is given twice; leave one of them out")
      }
      guard try takes(":") else { throw unexpected("a colon after \"\(key.text)\"") }
      try readValue(&self, key)
      guard try !takes(",") else { continue }
      guard try takes("}") else { throw unexpected("a comma or }") }
      break
    }
    return keys
  }

  private mutating func key() throws(ConfigurationError) -> ConfigurationKey {
    try skipBlanks()
    let start = place
    guard try takes("\"") else { throw unexpected("a name in double quotes, or }") }
    let rest = bytes[index...]
    guard let end = rest.firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == 0x0A }), bytes[end] != 0x0A
    else { throw error(at: start, "the quote that is opened here is never closed") }
    index = end + 1
    return ConfigurationKey(text: String(decoding: rest[..<end], as: UTF8.self), place: start)
  }

  private mutating func number() throws(ConfigurationError) -> Double {
    try skipBlanks()
    let word = word
    guard let value = Double(word) else { throw unexpected("a number") }
    index += word.utf8.count
    return value
  }

  // MARK: Bytes

  /// Steps over a mark and the blanks before it, if it is next.
  private mutating func takes(_ mark: Unicode.Scalar) throws(ConfigurationError) -> Bool {
    try skipBlanks()
    guard index < bytes.count, bytes[index] == UInt8(ascii: mark) else { return false }
    index += 1
    return true
  }

  /// Steps over blanks, line ends and comments.
  private mutating func skipBlanks() throws(ConfigurationError) {
    while index < bytes.count {
      let rest = bytes[index...]
      if [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) {
        index += 1
      } else if rest.starts(with: Array("//".utf8)) {
        index = rest.firstIndex(of: 0x0A) ?? bytes.count
      } else if rest.starts(with: Array("/*".utf8)) {
        let start = place
        index += 2
        while index < bytes.count, !bytes[index...].starts(with: Array("*/".utf8)) { index += 1 }
        guard index < bytes.count else { throw error(at: start, "the comment that begins here never ends") }
        index += 2
      } else {
        return
      }
    }
  }

  /// What stands next, up to a blank or a mark; at least one character of a file that goes on.
  private var word: String {
    let marks = Set("{}[]:,/ \t\r\n".utf8)
    let rest = bytes[index...]
    let word = rest.prefix { !marks.contains($0) }
    return String(decoding: word.isEmpty ? rest.prefix(1) : word, as: UTF8.self)
  }

  private var place: ConfigurationPlace {
    let before = bytes[..<index]
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return ConfigurationPlace(
      line: 1 + before.count { $0 == 0x0A },
      column: 1 + String(decoding: before[lineStart...], as: UTF8.self).count)
  }

  // MARK: Errors

  private func unexpected(_ expected: String) -> ConfigurationError {
    let found = index < bytes.count ? "found \(PrintableText.clean(word, limit: 40))" : "the file ends here"
    return error(at: place, "\(found), expected \(expected)")
  }

  private func error(at place: ConfigurationPlace, _ problem: String) -> ConfigurationError {
    ConfigurationError(file: file, place: place, problem: problem)
  }
}
