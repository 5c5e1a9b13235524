import RunRecords

/// The log formats that can be read, in the order in which they are asked.
public struct FormatShelf: Sendable {
  /// Every format of the package.
  public static let standard = FormatShelf([DelimitedText.self])

  let formats: [any LogFormat.Type]

  public init(_ formats: [any LogFormat.Type]) {
    self.formats = formats
  }

  /// The cards of the formats.
  public var cards: [FormatCard] { formats.map { $0.card } }

  /// Reads a file.
  public func read(path: String, options: ReadingOptions = .init()) throws(LogError) -> RunRecord {
    var run = try read(try LogInput(path: path), options: options)
    run.source = path
    return run
  }

  /// Reads what is left of an open descriptor, such as that of the standard input.
  ///
  /// The descriptor is not closed.
  public func read(
    standardInput descriptor: Int32, name: String = "stdin", options: ReadingOptions = .init()
  ) throws(LogError) -> RunRecord {
    try read(try LogInput(descriptor: descriptor, name: name), options: options)
  }

  /// Reads a log that is in memory already.
  public func read(
    bytes: [UInt8], name: String, options: ReadingOptions = .init()
  ) throws(LogError) -> RunRecord {
    try read(try LogInput(bytes: bytes, name: name), options: options)
  }

  private func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    let head = input.head
    guard head.firstVisibleByte != nil else {
      throw LogError(
        .empty, source: input.source, "the log is empty",
        advice: "Write a header line and one line for each epoch.")
    }
    var best: (format: any LogFormat.Type, recognition: Recognition)?
    for format in formats {
      let recognition = format.recognizes(head)
      if recognition > (best?.recognition ?? .no) { best = (format, recognition) }
    }
    guard let best else { throw ForeignContent.error(for: head, source: input.source) }
    return try best.format.read(input, options: options)
  }
}
