import Files
import RunRecords
import Texts

/// The log formats that can be read, in the order in which they are asked.
public struct FormatShelf: Sendable {
  /// Every format of the package.
  public static let standard = FormatShelf(
    [
      TensorBoardEvents.self,
      WandbRun.self,
      NumPyArrays.self,
      PickledHistory.self,
      TorchCheckpoint.self,
      TrackioDatabase.self,
      MLflowDatabase.self,
      JupyterNotebook.self,
      MLflowAnswer.self,
      TrainerState.self,
      SkorchHistory.self,
      CatBoostTraining.self,
      TensorBoardJSON.self,
      BoostingResults.self,
      ModelScoresJSON.self,
      ColumnJSON.self,
      JSONRecords.self,
      Detectron2Metrics.self,
      MMEngineScalars.self,
      JSONLines.self,
      BoostingConsole.self,
      SpacyTable.self,
      Darknet.self,
      YOLOResultsText.self,
      KarpathyLog.self,
      UltralyticsConsole.self,
      VowpalWabbitConsole.self,
      TesseractConsole.self,
      MatlabConsole.self,
      PrintedBoxes.self,
      PrintedTable.self,
      PrintedLog.self,
      PrintedLists.self,
      DelimitedText.self,
    ],
    folders: [
      TrainerFolder.self,
      CatBoostFolder.self,
      MMEngineFolder.self,
      AllenNLPFolder.self,
      MLflowFileStore.self,
      WandbFolder.self,
      LightningFolder.self,
      Detectron2Folder.self,
      YOLOFolder.self,
      TimmFolder.self,
      RayTuneFolder.self,
      FlairFolder.self,
      DVCLiveFolder.self,
      TensorBoardDownloads.self,
      WandbChartsFolder.self,
      CurveListsFolder.self,
      SplitTablesFolder.self,
      LogWithEventsFolder.self,
      TensorBoardFolder.self,
    ],
    addresses: [MLflowServer.self])

  let formats: [any LogFormat.Type]
  let folders: [any FolderFormat.Type]
  let addresses: [any AddressFormat.Type]

  public init(
    _ formats: [any LogFormat.Type], folders: [any FolderFormat.Type] = [],
    addresses: [any AddressFormat.Type] = []
  ) {
    self.formats = formats
    self.folders = folders
    self.addresses = addresses
  }

  /// The cards of the formats: files, folders, addresses.
  public var cards: [FormatCard] {
    formats.map { $0.card } + folders.map { $0.card } + addresses.map { $0.card }
  }

  // MARK: One run

  /// Reads the one run of a file, a folder or an address.
  ///
  /// - Throws: ``LogError``, `severalRuns` where there are more.
  public func read(path: String, options: ReadingOptions = .init()) throws(LogError) -> RunRecord {
    try sole(of: try runs(at: path), in: path).read(options: options)
  }

  private func sole(of runs: [RunLocation], in source: String) throws(LogError) -> RunLocation {
    guard let run = runs.first, runs.count == 1 else {
      throw LogError(
        .severalRuns, source: source, "there are \(runs.count) runs in it, of which one was expected",
        columns: [], advice: "Name one of them, such as \(runs.first?.name ?? "").")
    }
    return run
  }

  /// Reads the one run in what is left of an open descriptor, such as that of the standard input.
  ///
  /// The descriptor is not closed.
  /// - Throws: ``LogError``, `severalRuns` where there are more.
  public func read(
    standardInput descriptor: Int32, name: String = "stdin", options: ReadingOptions = .init()
  ) throws(LogError) -> RunRecord {
    try sole(of: try runs(standardInput: descriptor, name: name, options: options), in: name).read(
      options: options)
  }

  /// Reads a log that is in memory already.
  public func read(
    bytes: [UInt8], name: String, options: ReadingOptions = .init()
  ) throws(LogError) -> RunRecord {
    try read(try LogInput(bytes: bytes, name: name), options: options)
  }

  // MARK: All runs

  /// The runs of a file, a folder or an address, without reading them.
  ///
  /// - Parameter jobs: How many files of a folder are looked at side by side.
  /// - Throws: ``LogError`` if there is no such place, or nothing there is recognised.
  public func runs(at path: String, jobs: Int = 1) throws(LogError) -> [RunLocation] {
    Self.masked(try locations(at: path, jobs: jobs))
  }

  /// The runs with names that can be shown, whatever a log says.
  private static func masked(_ runs: [RunLocation]) -> [RunLocation] {
    runs.map { run in
      var run = run
      run.name = PrintableText.masked(run.name, limit: longestName)
      return run
    }
  }

  /// The most characters of a run's name: as many as a path has.
  private static let longestName = 4_096

  /// The runs in what is left of an open descriptor, such as that of the standard input, which is read to its end.
  ///
  /// The descriptor is not closed. A log of more than 32 MiB is not held in memory: it is read as one run.
  /// - Parameter options: How such a log is read.
  /// - Throws: ``LogError`` if what was read is not recognised, or that log is damaged.
  public func runs(
    standardInput descriptor: Int32, name: String = "stdin", options: ReadingOptions = .init()
  ) throws(LogError) -> [RunLocation] {
    let input = try LogInput(descriptor: descriptor, name: name)
    let format = try format(of: input)
    guard let bytes = try input.restIfHeld(upTo: PrintedRuns.mostBytes) else {
      let run = try read(input, as: format, options: options)
      return [RunLocation(name: name, source: name, format: format.card.id) { _ in run }]
    }
    if let runs = try runs(in: try LogInput(bytes: bytes, name: name), of: format) {
      return Self.masked(runs)
    }
    let notes = input.notes
    return [
      RunLocation(name: name, source: name, format: format.card.id) { (options) throws(LogError) in
        var run = try read(try LogInput(bytes: bytes, name: name), as: format, options: options)
        run.notes += notes
        return run
      }
    ]
  }

  private func locations(at path: String, jobs: Int) throws(LogError) -> [RunLocation] {
    for format in addresses where format.recognizes(path) { return try format.runs(at: path) }
    if FileKind(path) == .folder { return try RunSearch.runs(in: path, shelf: self, jobs: jobs) }
    // A pipe can be opened once only, so that its format is found when it is read.
    guard FileKind(path) == .file else { return [location(ofFile: path, name: path, format: nil)] }
    let input = try LogInput(path: path)
    let format = try format(of: input)
    return try runs(in: input, of: format) ?? [location(ofFile: path, name: path, format: format)]
  }

  /// The runs of a file with several.
  private func runs(in input: LogInput, of format: any LogFormat.Type) throws(LogError) -> [RunLocation]? {
    if let runs = try format.runs(in: input) { return runs }
    return format.isPrinted ? PrintedRuns.runs(in: input, shelf: self) : nil
  }

  /// The run of a file with one.
  func location(ofFile path: String, name: String, format: (any LogFormat.Type)?) -> RunLocation {
    RunLocation(name: name, source: path, format: format?.card.id ?? "") { (options) throws(LogError) in
      let input = try LogInput(path: path)
      var run =
        if let format { try read(input, as: format, options: options) } else {
          try read(input, options: options)
        }
      run.source = path
      return run
    }
  }

  // MARK: Recognition

  /// The format that knows a log best; `nil` if none is sure enough.
  func format(of head: LogHead, atLeast least: Recognition = .possible) -> (any LogFormat.Type)? {
    var best: (format: any LogFormat.Type, recognition: Recognition)?
    for format in formats where format.readsPlainTables || !head.isPlainTable {
      let recognition = format.recognizes(head)
      if recognition > (best?.recognition ?? .no) { best = (format, recognition) }
      if recognition == .certain { break }
    }
    return best.flatMap { $0.recognition >= least ? $0.format : nil }
  }

  /// The endings of files that are no logs, whatever is in them: programs, settings, weights, pictures.
  private static let otherFiles: Set<Substring> = [
    "bin", "c", "cc", "cfg", "ckpt", "cpp", "css", "cu", "gif", "h", "h5", "html", "ini", "jpeg",
    "jpg", "js", "keras", "lock", "onnx", "pdf", "png", "pt", "pth", "py", "pyc", "rs", "safetensors",
    "sh", "svg", "swift", "toml", "yaml", "yml",
  ]

  /// Whether a file is surely a log, by its name and its first bytes.
  public func isLog(_ path: String) -> Bool { certainLog(atPath: path) != nil }

  /// Whether a file's name is that of no log, whatever is in it.
  static func isOther(_ file: String) -> Bool {
    file.split(separator: ".").last.map(otherFiles.contains) ?? true
  }

  /// A file that is surely a log, by its first bytes, opened; `nil` for any other file.
  func certainLog(atPath path: String) -> (input: LogInput, format: any LogFormat.Type)? {
    guard !Self.isOther(path), let input = try? LogInput(path: path),
      let format = format(of: input.head, atLeast: .certain), format.hasRun(atPath: path)
    else { return nil }
    return (input, format)
  }

  /// The run of a checkpoint with lists of losses; none of any other file.
  func checkpointRuns(atPath path: String) -> [RunLocation] {
    guard let input = try? LogInput(path: path), TorchCheckpoint.recognizes(input.head) == .certain,
      TorchCheckpoint.hasRun(atPath: path)
    else { return [] }
    return [location(ofFile: path, name: path, format: TorchCheckpoint.self)]
  }

  /// The runs of a file that is surely a log; none of any other file.
  func certainRuns(atPath path: String) -> [RunLocation] {
    guard let (input, format) = certainLog(atPath: path) else { return [] }
    do throws(LogError) {
      if let several = try runs(in: input, of: format) { return several }
    } catch {
      // A notebook need not train anything.
      if error.kind == .noRuns { return [] }
    }
    return [location(ofFile: path, name: path, format: format)]
  }

  /// Why the file is no log that can be read; `nil` if it can be.
  func fault(ofFile path: String) -> LogError? {
    do throws(LogError) {
      _ = try read(try LogInput(path: path), options: ReadingOptions())
      return nil
    } catch {
      return error
    }
  }

  private func format(of input: LogInput) throws(LogError) -> any LogFormat.Type {
    if let settings = SettingsFile.error(for: input) { throw settings }
    guard input.head.firstVisibleByte != nil else {
      throw LogError(
        .empty, source: input.source, "the log is empty",
        advice: "Write a header line and one line for each epoch.")
    }
    guard let format = format(of: input.head) else {
      throw ForeignContent.error(for: input.head, source: input.source)
    }
    return format
  }

  private func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    try read(input, as: try format(of: input), options: options)
  }

  private func read(
    _ input: LogInput, as format: any LogFormat.Type, options: ReadingOptions
  ) throws(LogError) -> RunRecord {
    var run = try format.read(input, options: options)
    run.notes += input.notes
    return run
  }
}
