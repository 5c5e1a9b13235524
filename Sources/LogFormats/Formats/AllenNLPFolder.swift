import RunRecords

/// A serialization folder of AllenNLP: one file of metrics for each epoch.
public enum AllenNLPFolder: FolderFormat {
  private static let most = 100_000

  public static func runs(in folder: LogFolder) throws(LogError) -> FolderRuns? {
    // The names are in the order in which people count: 10 behind 9.
    let files = folder.files.filter { epoch($0) != nil }.prefix(most)
    guard !files.isEmpty else { return nil }
    let paths = files.map { (epoch: epoch($0) ?? 0, path: folder.path(of: $0)) }
    let run = RunLocation(name: folder.path, source: folder.path, format: card.id) {
      (options) throws(LogError) in
      var records = RecordCurves()
      for (epoch, path) in paths {
        var scanner = JSONScanner(try LogInput(path: path))
        let members = try scanner.value().members ?? []
        // Beside the values of the epoch there are the best ones so far, counters and durations.
        let values = members.filter { $0.key.hasPrefix("training_") || $0.key.hasPrefix("validation_") }
          .filter { RecordKey($0.key) == nil && !$0.key.hasSuffix("epochs") && !$0.key.hasSuffix("_epoch") }
        records.add(.object([.init(key: "epoch", value: .number(Double(epoch)))] + values))
      }
      let (axis, curves, notes) = records.settle()
      var run = try RunAssembler(
        name: folder.name, source: folder.path, format: card.id, axis: axis, columns: records.allNames,
        options: options
      ).assemble(curves.curves, notes: notes + curves.notes)
      run.source = folder.path
      return run
    }
    return FolderRuns([run], rest: folder.folders.filter { $0 != "log" }.compactMap { folder.folder($0) })
  }

  /// The epoch of `metrics_epoch_3.json`.
  private static func epoch(_ file: String) -> Int32? {
    guard file.hasPrefix("metrics_epoch_"), file.hasSuffix(".json") else { return nil }
    return Int32(file.dropFirst(14).dropLast(5))
  }
}
