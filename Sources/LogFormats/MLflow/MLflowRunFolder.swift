import RunRecords

/// The folder of one run in MLflow's file store: a file for each metric, with a line for each value.
struct MLflowRunFolder: Sendable {
  let folder: LogFolder
  let name: String
  var isDeleted = false

  /// How deep the keys of metrics are nested, and how many there are at most.
  private static let deepest = 16
  private static let mostMetrics = 65_536

  /// The identifier of the run above it.
  var parent: String? {
    guard let tags = folder.folder("tags"), tags.has(MLflowParents.tag),
      let input = try? LogInput(path: tags.path(of: MLflowParents.tag))
    else { return nil }
    return String(decoding: input.head.bytes.prefix { $0 > 0x20 }, as: UTF8.self)
  }

  var hasMetrics: Bool {
    folder.folder("metrics").map { !$0.files.isEmpty || !$0.folders.isEmpty } ?? false
  }

  func location(name: String) -> RunLocation {
    RunLocation(name: name, source: folder.path, format: MLflowFileStore.card.id) {
      (options) throws(LogError) in
      try self.read(options)
    }
  }

  /// Reads the run.
  ///
  /// - Throws: ``LogError`` that says the metric's file and line.
  func read(_ options: ReadingOptions) throws(LogError) -> RunRecord {
    var metrics = MLflowMetrics()
    var files: [(key: String, path: String)] = []
    if let root = folder.folder("metrics") { Self.find(in: root, prefix: "", depth: 0, &files) }
    for (key, path) in files where metrics.takes(key) {
      let hasNoSteps = try Self.hasNoSteps(path)
      metrics.begin(key, hasNoSteps: hasNoSteps)
      try Self.forEachValue(path) { (value, step) in
        metrics.add(value, step: step)
        return true
      }
    }
    return try metrics.run(
      name: name, source: folder.path, format: MLflowFileStore.card.id, isDeleted: isDeleted,
      options: options)
  }

  /// Finds the files of metrics; a key with slashes lies in folders.
  private static func find(
    in folder: LogFolder, prefix: String, depth: Int, _ files: inout [(key: String, path: String)]
  ) {
    guard depth <= deepest else { return }
    for file in folder.files where files.count < mostMetrics {
      files.append((prefix + file, folder.path(of: file)))
    }
    for name in folder.folders {
      guard let inner = folder.folder(name) else { continue }
      find(in: inner, prefix: prefix + name + "/", depth: depth + 1, &files)
    }
  }

  /// Whether a metric has several values, all of them at step 0.
  private static func hasNoSteps(_ path: String) throws(LogError) -> Bool {
    var count = 0
    var isAtZero = true
    try forEachValue(path) { (_, step) in
      count += 1
      isAtZero = step == 0
      return isAtZero
    }
    return isAtZero && count > 1
  }

  /// Reads the lines `TIME VALUE [STEP [DATASET ...]]` until `take` says `false`.
  private static func forEachValue(
    _ path: String, _ take: (_ value: Double, _ step: Double) -> Bool
  ) throws(LogError) {
    let point = UInt8(ascii: ".")
    let dialect = Dialect(separator: .blanks, mark: point, lineEnd: 0x0A, hasEdges: false)
    var scanner = RecordScanner(try LogInput(path: path), dialect: dialect)
    while try scanner.next() {
      if scanner.isBlank { continue }
      let fields = scanner.cells.count
      // Every line is ended: the last one of a run in progress may be half written, in the middle of a number.
      guard scanner.isTerminated else { return }
      if fields > 1, case .number(let value) = CellValue.parse(scanner.bytes(1), mark: point) {
        if fields == 2 {
          guard take(value, 0) else { return }
          continue
        }
        if case .number(let step) = CellValue.parse(scanner.bytes(2), mark: point), step.isFinite {
          guard take(value, step) else { return }
          continue
        }
      }
      throw LogError(
        .malformed, source: path, "this is no value of a metric", line: scanner.line,
        found: scanner.cells.indices.prefix(5).map { scanner.text($0) }.joined(separator: " "),
        expected: "a time, a value and a step")
    }
  }
}
