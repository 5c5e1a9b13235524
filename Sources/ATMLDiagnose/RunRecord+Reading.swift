import LogFormats
import RunRecords

extension RunRecord {
  /// Reads a training log, recognising its format by its content.
  ///
  /// - Parameters:
  ///   - path: The path of a file.
  ///   - options: Columns named by hand and facts that the log lacks.
  /// - Throws: `LogError` when the file cannot be read or understood.
  public init(contentsOf path: String, options: ReadingOptions = ReadingOptions()) throws(LogError) {
    self = try FormatShelf.standard.read(path: path, options: options)
  }

  /// Reads a training log in CSV that is in memory already.
  ///
  /// - Parameters:
  ///   - text: The whole log.
  ///   - name: The name of the run.
  ///   - options: Columns named by hand and facts that the log lacks.
  /// - Throws: `LogError` when the text cannot be understood.
  public init(csv text: String, name: String = "run", options: ReadingOptions = ReadingOptions())
    throws(LogError)
  {
    self = try FormatShelf.standard.read(bytes: Array(text.utf8), name: name, options: options)
  }
}
