/// A work folder of MMEngine: a folder for each start, with the same scalars in several files.
public enum MMEngineFolder: FolderFormat {
  public static let card = FormatCard(
    id: "mmengine-folder",
    title: "OpenMMLab work folder",
    writtenBy: ["MMEngine", "MMDetection", "MMSegmentation", "MMPretrain"],
    fileNames: ["<timestamp>/vis_data/scalars.json"],
    summary:
      "The scalars of each start of a run, in the order of the starts. A resumed run has the later epochs only.",
    reads: [], refuses: [])

  public static func runs(in folder: LogFolder) throws(LogError) -> FolderRuns? {
    guard let data = folder.folder("vis_data"), let file = scalars(in: data, of: folder.name) else {
      return nil
    }
    let path = data.path(of: file)
    let run = RunLocation(name: folder.path, source: path, format: MMEngineScalars.card.id) {
      (options) throws(LogError) in
      var run = try MMEngineScalars.read(try LogInput(path: path), options: options)
      run.source = path
      return run
    }
    return FolderRuns([run])
  }

  private static func scalars(in data: LogFolder, of name: String) -> String? {
    ["scalars.json", "\(name).json"].first { data.has($0) }
  }
}
