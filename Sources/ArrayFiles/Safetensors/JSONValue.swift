/// A value of JSON, with members in the order of the text.
enum JSONValue: Sendable, Hashable {
  case object([Member])
  case array([JSONValue])
  case string(String)
  /// A number as it is written, so that no digit is lost.
  case number(String)
  case bool(Bool)
  case null

  struct Member: Sendable, Hashable {
    var name: String
    var value: JSONValue
    /// Where the name stands in the file.
    var offset: Int
  }
}
