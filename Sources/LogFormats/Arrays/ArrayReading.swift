import ArrayFiles

/// Reads arrays on behalf of a log.
enum ArrayReading {
  /// What a reader of arrays gives, with its error told as one of the log.
  static func of<Result>(
    _ source: String, _ read: () throws(ArrayFileError) -> Result
  ) throws(LogError) -> Result {
    do {
      return try read()
    } catch {
      throw LogError(error, source: source)
    }
  }
}
