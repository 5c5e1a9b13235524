/// What the beginning of an event file shows, without reading the whole.
struct EventPeek {
  private(set) var tags: Set<String> = []
  /// Whether a tag has more than one value.
  private(set) var hasCurve = false
  /// Whether it holds the hyperparameters of a run, as `add_hparams` writes them.
  private(set) var hasHyperparameters: Bool
  /// Whether the file goes on behind what was looked at, or is damaged.
  private(set) var mayHoldMore: Bool

  /// - Returns: `nil` if the file cannot be read as event file.
  init?(path: String) {
    guard let file = try? LogInput(path: path),
      let head = try? LogInput(bytes: file.head.bytes, name: file.name)
    else { return nil }
    mayHoldMore = !file.head.isWhole
    hasHyperparameters = file.head.bytes.firstRange(of: Array("_hparams_/".utf8)) != nil
    var reader = TFRecordReader(head)
    var events = ScalarEvents()
    do {
      while let record = try reader.next() {
        guard case .scalars(let scalars, _) = events.content(of: record) else { continue }
        for (tag, _) in scalars where !tags.insert(tag).inserted { hasCurve = true }
      }
      if !reader.notes.isEmpty { mayHoldMore = true }
    } catch {
      mayHoldMore = !head.head.bytes.isEmpty
    }
  }
}
