import Texts

/// Finds the event files that belong to one run, by the layouts in which writers spread them over folders.
enum EventFolders {
  /// The event files of one folder.
  struct Part: Sendable {
    /// The part of the data, for tags that do not say it.
    let prefix: String?
    let paths: [String]
  }

  /// A folder's run and what is left to be searched.
  struct Layout {
    var parts: [Part] = []
    var rest: [LogFolder] = []

    /// Where the files are, below a folder: their names, or those of the folders that they are in.
    func names(in folder: LogFolder) -> [String] {
      var seen = Set<String>()
      return parts.flatMap(\.paths).map { path in
        let parts = path.dropFirst(folder.path(of: "").count).split(separator: "/")
        return parts.count == 1 ? String(parts[0]) : "\(parts[0])/"
      }.filter { seen.insert($0).inserted }
    }
  }

  static func isEventFile(_ name: String) -> Bool {
    name.contains("tfevents") && !name.hasSuffix(".profile-empty")
  }

  /// The layout of a folder; `nil` if neither it nor its folders for training and validation hold event files.
  static func layout(of folder: LogFolder) -> Layout? {
    let own = paths(in: folder)
    var layout = Layout()
    if !own.isEmpty {
      let isSplit = ColumnVocabulary.split(folder.name.lowercased()) != nil
      layout.parts.append(Part(prefix: isSplit ? folder.name : nil, paths: own))
    }
    for name in folder.folders {
      guard let inner = folder.folder(name) else { continue }
      let split = ColumnVocabulary.split(name.lowercased())
      if split != nil, case let paths = paths(in: inner), !paths.isEmpty {
        layout.parts.append(Part(prefix: name, paths: paths))
        layout.rest += inner.folders.compactMap { inner.folder($0) }
        continue
      }
      guard !own.isEmpty else {
        layout.rest.append(inner)
        continue
      }
      let parts = scalarGroups(in: inner, path: [name])
      if !parts.isEmpty {
        layout.parts += parts
      } else if !isHyperparameterFolder(inner) {
        layout.rest.append(inner)
      }
    }
    return layout.parts.isEmpty ? nil : layout
  }

  private static func paths(in folder: LogFolder) -> [String] {
    folder.eventFiles.map { folder.path(of: $0) }
  }

  private static let deepestGroup = 6

  /// The folders that `add_scalars` makes, one for each curve of a group.
  ///
  /// PyTorch names the folder `loss_train` for the curve `train` of the tag `loss`, tensorboardX `loss/train`.
  private static func scalarGroups(in folder: LogFolder, path: [String]) -> [Part] {
    let paths = paths(in: folder)
    if let first = paths.first, let tags = EventPeek(path: first)?.tags, tags.count == 1, let tag = tags.first
    {
      let flat = tag.replacing("/", with: "_") + "_"
      let name = path.joined(separator: "/")
      if path.count == 1, name.hasPrefix(flat), name.count > flat.count {
        return [Part(prefix: String(name.dropFirst(flat.count)), paths: paths)]
      }
      if let key = path.last, name == "\(tag)/\(key)" { return [Part(prefix: key, paths: paths)] }
    }
    guard paths.isEmpty, path.count < deepestGroup else { return [] }
    return folder.folders.prefix(256).flatMap { name in
      folder.folder(name).map { scalarGroups(in: $0, path: path + [name]) } ?? []
    }
  }

  /// Whether `add_hparams` made the folder, which holds final values only and is named by the time, or as it was told.
  private static func isHyperparameterFolder(_ folder: LogFolder) -> Bool {
    let paths = paths(in: folder)
    let isNamedByTime = Double(folder.name).map { $0 > 1e9 } ?? false
    guard isNamedByTime || !paths.isEmpty else { return false }
    let peeks = paths.compactMap { EventPeek(path: $0) }
    return peeks.allSatisfy { !$0.hasCurve && !$0.mayHoldMore }
      && (isNamedByTime || peeks.contains(where: \.hasHyperparameters))
  }
}
