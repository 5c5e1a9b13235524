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
  public let title: String
  /// The file name under which the example is read.
  public let fileName: String
  public let text: String
  /// The names of the series read, in order; empty for an example that is refused.
  public let series: [String]
  /// The exact message of an example that is refused.
  public let message: String?

  /// An example that is read, with the names of its series in order.
  public init(_ title: String, fileName: String = "run.csv", text: String, series: [String]) {
    self.title = title
    self.fileName = fileName
    self.text = text
    self.series = series
    message = nil
  }

  /// An example that is refused, with the exact message.
  public init(_ title: String, fileName: String = "run.csv", text: String, message: String) {
    self.title = title
    self.fileName = fileName
    self.text = text
    self.message = message
    series = []
  }
}
