import RunRecords

/// A single TensorBoard event file.
public enum TensorBoardEvents: LogFormat {
  public static func recognizes(_ head: LogHead) -> Recognition {
    if TFRecordReader.begins(head.bytes) { return .certain }
    return EventFolders.isEventFile(head.name) && head.isBinary ? .possible : .no
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    var collector = EventCollector()
    collector.begin(prefix: input.path.flatMap(splitOfFolder))
    try collector.read(input)
    return try collector.assemble(
      name: input.name, source: input.source, format: card.id, options: options)
  }

  /// The name of the folder that a file is in, if it says a part of the data, as `train` does.
  private static func splitOfFolder(_ path: String) -> String? {
    guard let folder = path.split(separator: "/").dropLast().last else { return nil }
    return ColumnVocabulary.split(folder.lowercased()) == nil ? nil : String(folder)
  }
}
