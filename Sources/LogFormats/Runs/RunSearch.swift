/// Finds the runs below a folder.
///
/// A folder of a known layout is read as such; in any other, every file that is surely a log is a run, and the
/// folders in it are searched. Links to folders are not followed.
struct RunSearch {
  private let shelf: FormatShelf
  private let jobs: Int
  private(set) var runs: [RunLocation] = []
  private var visitedFolders = 0

  /// How deep folders are searched, and how many.
  static let deepest = 32
  static let mostFolders = 200_000

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
    guard !search.runs.isEmpty else { throw noRuns(root, searched: search.visitedFolders) }
    let prefix = root.path == "/" ? "/" : root.path + "/"
    return search.runs.map { run in
      var run = run
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
      addRuns(inFiles: found.files)
      for rest in found.rest { try search(rest, depth: depth + 1) }
      return
    }
    let count = runs.count
    for rank in FileRank.allCases where runs.count == count {
      addRuns(inFiles: folder.files.filter { FileRank($0) == rank }.map(folder.path(of:)))
    }
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

    init(_ file: String) {
      self = EventFolders.isEventFile(file) ? .events : file.hasSuffix(".ipynb") ? .notebook : .log
    }
  }

  private static func noRuns(_ folder: LogFolder, searched: Int) -> LogError {
    LogError(
      .noRuns, source: folder.path,
      searched == 1
        ? "no log was recognised in this folder" : "no log was recognised in this folder and below it",
      found: folder.files.isEmpty ? nil : folder.files.prefix(8).joined(separator: ", "),
      expected: "a training log",
      advice: "Name the log file itself; 'atml-diagnose formats' lists what is read.")
  }
}
