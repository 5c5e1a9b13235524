import Texts

/// The folders in which MLflow keeps runs: `mlruns` with its experiments, one experiment, or one run.
public enum MLflowFileStore: FolderFormat {
  public static func runs(in folder: LogFolder) throws(LogError) -> FolderRuns? {
    if let meta = MLflowMeta(of: folder) {
      if meta.isRun, folder.folders.contains("metrics") {
        // A run that is named itself is read even if it was deleted.
        let name = meta.runName ?? folder.name
        let run = MLflowRunFolder(folder: folder, name: name, isDeleted: meta.isDeleted)
        return FolderRuns([run.location(name: name)])
      }
      return meta.isExperiment ? FolderRuns(distinct(runs(of: folder, meta))) : nil
    }
    return experiments(in: folder)
  }

  /// The runs of a folder that holds experiments; `nil` for any other folder.
  private static func experiments(in folder: LogFolder) -> FolderRuns? {
    var found: [NamedRun] = []
    var rest: [LogFolder] = []
    var hasExperiment = false
    for name in folder.folders {
      guard let inner = folder.folder(name) else { continue }
      guard let meta = MLflowMeta(of: inner), meta.isExperiment else {
        rest.append(inner)
        continue
      }
      hasExperiment = true
      if !meta.isDeleted { found += runs(of: inner, meta) }
    }
    return hasExperiment && folder.files.isEmpty ? FolderRuns(distinct(found), rest: rest) : nil
  }

  private struct NamedRun {
    var name: String
    var run: MLflowRunFolder
  }

  /// The runs of an experiment that were not deleted.
  private static func runs(of experiment: LogFolder, _ meta: MLflowMeta) -> [NamedRun] {
    let prefix = meta.experimentName ?? experiment.name
    return experiment.folders.compactMap { name in
      guard let folder = experiment.folder(name), let meta = MLflowMeta(of: folder), meta.isRun,
        !meta.isDeleted
      else { return nil }
      let runName = meta.runName ?? name
      return NamedRun(
        name: "\(prefix)/\(runName)", run: MLflowRunFolder(folder: folder, name: runName))
    }
  }

  /// The runs by name; where several have one name, the beginning of the identifier tells them apart.
  private static func distinct(_ all: [NamedRun]) -> [RunLocation] {
    let runs = MLflowParents.withoutEmptyOnes(
      of: all, identifier: \.run.folder.name, parent: \.run.parent, hasMetrics: \.run.hasMetrics)
    let names = RunNames.distinct(runs.map { ($0.name, $0.run.folder.name) })
    return zip(runs, names).map { $0.run.location(name: $1) }
  }
}
