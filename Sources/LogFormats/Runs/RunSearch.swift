/// Finds the runs below a folder.
///
/// A folder of a known layout is read as such; in any other, every file that is surely a log is a run, and the
/// folders in it are searched. Links to folders are not followed. A text about the runs, such as a README with a table of
/// results, is read only where there is nothing else.
struct RunSearch {
  private let shelf: FormatShelf
  private let jobs: Int
  private(set) var runs: [RunLocation] = []
  private var visitedFolders = 0
  private var files: [String] = []
  private var texts: [String] = []

  /// How deep folders are searched, and how many.
  static let deepest = 32
  static let mostFolders = 200_000
  private static let mostFiles = 256

  init(_ shelf: FormatShelf, jobs: Int) {
    self.shelf = shelf
    self.jobs = jobs
  }

  /// Searches a folder.
  ///
  /// - Parameter jobs: How many of its files are looked at side by side.
  /// - Throws: ``LogError`` `noRuns` if there are none.
  static func runs(in path: String, shelf: FormatShelf, jobs: Int) throws(LogError) -> [RunLocation] {
    let root = try LogFolder(path: path)
    var search = RunSearch(shelf, jobs: jobs)
    try search.search(root, depth: 0)
    if search.runs.isEmpty { search.addRuns(inFiles: search.texts) }
    guard !search.runs.isEmpty else { throw search.noRuns(root) }
    let prefix = root.path == "/" ? "/" : root.path + "/"
    let counts = Dictionary(grouping: search.runs, by: \.source).mapValues(\.count)
    return search.runs.map { run in
      var run = run
      // Of several files with several runs each, the run's own name does not say the file.
      if counts.count > 1, counts[run.source] != 1, !run.name.hasPrefix(prefix) {
        run.name = "\(run.source), \(run.name)"
      }
      if run.name.hasPrefix(prefix) { run.name = String(run.name.dropFirst(prefix.count)) }
      return run
    }
  }

  private mutating func search(_ folder: LogFolder, depth: Int) throws(LogError) {
    visitedFolders += 1
    guard depth <= Self.deepest, visitedFolders <= Self.mostFolders else { return }
    for format in shelf.folders {
      guard let found = try format.runs(in: folder) else { continue }
      runs += found.runs
      addRuns(inFiles: found.files.filter { !TextFile.isText($0) })
      for rest in found.rest { try search(rest, depth: depth + 1) }
      return
    }
    let count = runs.count
    let paths = Dictionary(grouping: folder.files, by: FileRank.init).mapValues { $0.map(folder.path(of:)) }
    for rank in FileRank.allCases where runs.count == count { addRuns(inFiles: paths[rank] ?? []) }
    files += (paths[.log] ?? []).prefix(Self.mostFiles - min(Self.mostFiles, files.count))
    texts += (paths[nil] ?? []).prefix(Self.mostFiles - min(Self.mostFiles, texts.count))
    if runs.count == count { addCheckpoints(of: folder) }
    for name in folder.folders {
      // A folder that may not be listed does not keep the others from being searched.
      guard let inner = folder.folder(name) else { continue }
      try search(inner, depth: depth + 1)
    }
  }

  private mutating func addRuns(inFiles paths: [String]) {
    let found = SideBySide.map(paths, jobs: jobs) { [shelf] path in shelf.certainRuns(atPath: path) }
    runs += found.joined()
  }

  /// Adds the checkpoints that hold the losses of their run, where no other log does.
  private mutating func addCheckpoints(of folder: LogFolder) {
    let paths = folder.files.filter(FormatShelf.isOther).map(folder.path(of:))
    runs += SideBySide.map(paths, jobs: jobs) { [shelf] path in shelf.checkpointRuns(atPath: path) }.joined()
  }

  /// The sorts of files that may hold a log: where there is one, the sorts behind it tell of the same run again.
  private enum FileRank: CaseIterable {
    case log
    case events
    case notebook

    /// `nil` for a text.
    init?(_ file: String) {
      if TextFile.isText(file) { return nil }
      self = EventFolders.isEventFile(file) ? .events : file.hasSuffix(".ipynb") ? .notebook : .log
    }
  }

  private func noRuns(_ folder: LogFolder) -> LogError {
    // Of one file alone, what is wrong with it says more than that it is none.
    if files.count == 1, let error = shelf.fault(ofFile: files[0]), error.kind == .noLoss { return error }
    return LogError(
      .noRuns, source: folder.path,
      visitedFolders == 1
        ? "no log was recognised in this folder" : "no log was recognised in this folder and below it",
      found: folder.files.isEmpty ? nil : folder.files.prefix(8).joined(separator: ", "),
      expected: "a training log",
      advice: "Name the log file itself; 'atml-diagnose formats' lists what is read.")
  }
}
