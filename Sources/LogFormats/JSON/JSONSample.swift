/// The beginning of a log of JSON, for recognising what wrote it.
struct JSONSample {
  /// The first value, as far as the head reaches; lists and objects are cut at ``most`` entries.
  let first: JSONValue
  /// The value behind it, as in JSON Lines.
  let second: JSONValue?
  /// Whether the first value ends within the head.
  let isFirstWhole: Bool

  /// The most entries of a list that are kept, and the most members of an object.
  static let mostElements = 8
  static let mostMembers = 512

  /// Samples a head; `nil` if it does not begin with an object or a list.
  init?(_ head: LogHead) {
    guard let byte = head.firstVisibleByte, byte == UInt8(ascii: "{") || byte == UInt8(ascii: "["),
      let input = try? LogInput(bytes: head.bytes, name: head.name)
    else { return nil }
    var scanner = JSONScanner(input)
    var isCutOff = false
    guard let first = Self.sample(&scanner, isCutOff: &isCutOff) else { return nil }
    self.first = first
    isFirstWhole = !isCutOff
    var isSecondCutOff = false
    second = isCutOff ? nil : Self.sample(&scanner, isCutOff: &isSecondCutOff)
  }

  /// The keys of the first object: the log's own, or that of the first entry of a list.
  var keys: [String] { (first.elements?.first ?? first).members?.map(\.key) ?? [] }

  /// The next value as far as it reaches; `nil` if there is none.
  private static func sample(_ scanner: inout JSONScanner, isCutOff: inout Bool) -> JSONValue? {
    var partial: JSONValue?
    do {
      switch try scanner.kind() {
      case .object:
        try scanner.beginObject()
        var members: [JSONValue.Member] = []
        partial = .object(members)
        while let key = try scanner.nextKey() {
          let value = sample(&scanner, isCutOff: &isCutOff)
          // A key whose value is cut off at once says something all the same.
          if members.count < mostMembers { members.append(.init(key: key, value: value ?? .null)) }
          partial = .object(members)
          if isCutOff { return partial }
        }
      case .array:
        try scanner.beginArray()
        var elements: [JSONValue] = []
        partial = .array(elements)
        while try scanner.nextElement() {
          let value = sample(&scanner, isCutOff: &isCutOff)
          if let value, elements.count < mostElements { elements.append(value) }
          partial = .array(elements)
          if isCutOff { return partial }
        }
      case nil: return nil
      default: return try scanner.value()
      }
    } catch {
      isCutOff = true
    }
    return partial
  }
}
