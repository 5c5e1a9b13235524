/// A log that can be read from its beginning any number of times.
enum ReopenableLog: Sendable {
  case file(String)
  case bytes([UInt8], name: String)

  /// The path, or the name of the stream that the bytes came from.
  var source: String {
    switch self {
    case .file(let path): path
    case .bytes(_, let name): name
    }
  }

  /// - Throws: ``LogError`` `notFound` or `unreadable`.
  func open() throws(LogError) -> LogInput {
    switch self {
    case .file(let path): try LogInput(path: path)
    case .bytes(let bytes, let name): try LogInput(bytes: bytes, name: name)
    }
  }
}
