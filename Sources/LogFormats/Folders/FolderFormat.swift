/// One way in which a tool lays out its logs in a folder.
///
/// A format is one file and one line in ``FormatShelf/standard``.
public protocol FolderFormat: Sendable {
  static var card: FormatCard { get }

  /// The runs in a folder that is laid out in this way; `nil` for any other folder.
  ///
  /// - Throws: ``LogError`` if the folder is of this format and cannot be read.
  static func runs(in folder: LogFolder) throws(LogError) -> FolderRuns?
}

/// What a format found in a folder.
public struct FolderRuns: Sendable {
  public var runs: [RunLocation]
  /// Folders in it that the format leaves to be searched.
  public var rest: [LogFolder]
  /// Paths of files in it that the format leaves to be searched.
  public var files: [String]

  public init(_ runs: [RunLocation], rest: [LogFolder] = [], files: [String] = []) {
    self.runs = runs
    self.rest = rest
    self.files = files
  }
}
