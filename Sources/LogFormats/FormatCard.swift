/// What a log format is, as data: its examples are tests, and `formats` prints it.
public struct FormatCard: Sendable, Hashable {
  /// A stable name for machines, such as `csv`.
  public let id: String
  public let title: String
  /// The tools that write the format.
  public let writtenBy: [String]
  /// File names or patterns under which it is usually found.
  public let fileNames: [String]
  public let summary: String
  /// Small logs that the format reads.
  public let reads: [FormatExample]
  /// Small logs that the format refuses, with the exact message.
  public let refuses: [FormatExample]

  public init(
    id: String, title: String, writtenBy: [String], fileNames: [String], summary: String,
    reads: [FormatExample], refuses: [FormatExample]
  ) {
    self.id = id
    self.title = title
    self.writtenBy = writtenBy
    self.fileNames = fileNames
    self.summary = summary
    self.reads = reads
    self.refuses = refuses
  }
}

/// A small log of a format, with what comes of it.
public struct FormatExample: Sendable, Hashable {
  /// What a log consists of.
  public enum Content: Sendable, Hashable {
    /// One file with these bytes.
    case bytes([UInt8])
    /// A folder with these files.
    case folder([File])
    /// An SQLite database made by these statements.
    case database(String)
    /// Nothing but its name, which is an address.
    case address
  }

  /// A file in a folder.
  public struct File: Sendable, Hashable {
    /// Its path in the folder.
    public let path: String
    /// What is in it, or how it is made, for people.
    public let text: String
    public let bytes: [UInt8]

    public init(_ path: String, _ text: String) {
      self.init(path, text, bytes: Array(text.utf8))
    }

    /// A file that is no text.
    public init(_ path: String, _ text: String, bytes: [UInt8]) {
      self.path = path
      self.text = text
      self.bytes = bytes
    }
  }

  public let title: String
  /// The file name under which the example is read.
  public let fileName: String
  /// What is in the file, or how it is made, for people.
  public let text: String
  /// What a reader gets.
  public let content: Content
  /// The names of the series read, in order; empty for an example that is refused.
  public let series: [String]
  /// The exact message of an example that is refused.
  public let message: String?

  /// An example that is read, with the names of its series in order.
  public init(_ title: String, fileName: String = "run.csv", text: String, series: [String]) {
    self.init(title, fileName: fileName, text: text, .bytes(Array(text.utf8)), series: series)
  }

  /// An example that is refused, with the exact message.
  public init(_ title: String, fileName: String = "run.csv", text: String, message: String) {
    self.init(title, fileName: fileName, text: text, .bytes(Array(text.utf8)), message: message)
  }

  /// An example that is no text: either its series or its message is given.
  ///
  /// - Parameter text: How it is made, for people.
  public init(
    _ title: String, fileName: String, text: String, _ content: Content, series: [String] = [],
    message: String? = nil
  ) {
    self.title = title
    self.fileName = fileName
    self.text = text
    self.content = content
    self.series = series
    self.message = message
  }

  /// An example that is a folder.
  public init(
    _ title: String, folder: String, files: [File], series: [String] = [], message: String? = nil
  ) {
    let listing = files.map { "\($0.path):\n\($0.text)" }.joined(separator: "\n")
    self.init(title, fileName: folder, text: listing, .folder(files), series: series, message: message)
  }
}
