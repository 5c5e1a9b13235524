import RunRecords

/// A folder of TensorBoard event files: one run, also where training and validation have folders of their own.
public enum TensorBoardFolder: FolderFormat {
  public static func runs(in folder: LogFolder) throws(LogError) -> FolderRuns? {
    guard let layout = EventFolders.layout(of: folder) else { return nil }
    guard hasScalars(layout) else { return FolderRuns([], rest: layout.rest) }
    let run = RunLocation(
      name: folder.path, source: folder.path, format: card.id
    ) { (options) throws(LogError) in
      var collector = EventCollector()
      for part in layout.parts {
        collector.begin(prefix: part.prefix)
        for path in part.paths {
          let input = try LogInput(path: path)
          // A writer that was killed at once leaves an empty file.
          if !input.head.bytes.isEmpty { try collector.read(input) }
        }
      }
      return try collector.assemble(
        name: folder.name, source: folder.path, format: card.id, options: options)
    }
    return FolderRuns([run], rest: layout.rest)
  }

  /// Whether an event file holds scalars, or is too long to tell at once.
  private static func hasScalars(_ layout: EventFolders.Layout) -> Bool {
    layout.parts.flatMap(\.paths).contains { path in
      EventPeek(path: path).map { !$0.tags.isEmpty || $0.mayHoldMore } ?? true
    }
  }
}
