import RunRecords
import Texts

/// Where one run is, before it is read.
public struct RunLocation: Sendable {
  /// The name for people: a path below the folder that was searched, or the run's own name.
  public var name: String
  /// The file, folder or address.
  public let source: String
  /// The identifier of the format.
  public let format: String
  /// The paths of other files that are read with it, and that lead to the same run.
  public let companions: [String]
  private let reading: @Sendable (ReadingOptions) throws(LogError) -> RunRecord

  /// - Parameter read: Reads the run.
  public init(
    name: String, source: String, format: String, companions: [String] = [],
    read: @escaping @Sendable (ReadingOptions) throws(LogError) -> RunRecord
  ) {
    self.name = name
    self.source = source
    self.format = format
    self.companions = companions
    reading = read
  }

  /// Reads the run.
  ///
  /// - Throws: ``LogError`` that says the place, what was found and what was expected.
  public func read(options: ReadingOptions = ReadingOptions()) throws(LogError) -> RunRecord {
    var run = try reading(options)
    // It may be that of a folder or of a metric's writer.
    run.name = PrintableText.path(run.name)
    run.source = run.source ?? source
    run.format = run.format ?? format
    return run
  }
}
