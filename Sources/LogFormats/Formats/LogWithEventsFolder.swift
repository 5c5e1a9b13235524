/// A folder in which the log of a run stands beside TensorBoard's event files of the same run.
///
/// The text is read, as it has the values in full; the event files may lie in folders for training and validation, as
/// those of Keras do.
public enum LogWithEventsFolder: FolderFormat {
  public static func runs(in folder: LogFolder) throws(LogError) -> FolderRuns? {
    guard let layout = layout(of: folder) else { return nil }
    let logs = folder.files.filter { !EventFolders.isEventFile($0) }.compactMap { file in
      FormatShelf.standard.certainLog(atPath: folder.path(of: file)).map {
        FolderLog(folder: folder, file: file, format: $0.format, others: layout.names(in: folder))
      }
    }
    guard !logs.isEmpty else { return nil }
    // Which of several logs the events belong to is not known: each is a run, and the events are none.
    return logs.count == 1
      ? FolderRuns(logs.map { $0.location(card) }, rest: layout.rest)
      : FolderRuns([], rest: layout.rest, files: logs.map(\.path))
  }

  /// What people name a folder for event files, beside a log of their own.
  private static let eventFolders = ["tensorboard", "tb", "tb_logs", "events", "logs", "log"]

  /// The event files of the run that the folder is about.
  private static func layout(of folder: LogFolder) -> EventFolders.Layout? {
    if let own = EventFolders.layout(of: folder) { return own }
    guard let name = eventFolders.first(where: folder.folders.contains),
      var inner = folder.folder(name).flatMap({ EventFolders.layout(of: $0) })
    else { return nil }
    inner.rest += folder.folders(besides: [name])
    return inner
  }
}
