import RunRecords
import Texts

/// The one log of a folder that a tool keeps for a run, beside files that tell of the same run again.
struct FolderLog: Sendable {
  let folder: LogFolder
  /// The log's path below the folder.
  let file: String
  let format: any LogFormat.Type
  /// What tells of the same run again and is not read.
  var others: [String] = []
  /// What the settings beside the log say.
  var facts = RunFacts()

  var path: String { folder.path(of: file) }

  /// Whether the first bytes of the file say that it is a log of the format.
  var isCertain: Bool {
    guard let input = try? LogInput(path: path) else { return false }
    return format.recognizes(input.head) == .certain
  }

  /// Where the run is; it goes by the folder's name and format.
  func location(_ card: FormatCard) -> RunLocation {
    RunLocation(name: folder.path, source: path, format: card.id) { (options) throws(LogError) in
      var options = options
      options.facts = options.facts.completed(by: facts)
      let input = try LogInput(path: path)
      var run = try format.read(input, options: options)
      run.name = folder.name
      run.source = path
      run.format = card.id
      run.notes += input.notes
      if !others.isEmpty {
        let verb = others.count == 1 ? "tells" : "tell"
        run.notes.append(
          RunNote(
            .interpretation,
            "\(file) is read; \(NameList.brief(others)) \(verb) of the same run."))
      }
      return run
    }
  }
}
