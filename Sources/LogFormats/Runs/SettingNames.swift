/// Names of runs by a setting that is the same all through each of them, and another in each.
struct SettingNames {
  private var order: [String] = []
  /// What each run says of each setting.
  private var texts: [[String: String]]
  private var varying: Set<String> = []

  init(runCount: Int) {
    texts = Array(repeating: [:], count: runCount)
  }

  /// Whether a setting has been the same all through each run so far.
  func mayTell(_ setting: String) -> Bool { !varying.contains(setting) }

  /// Takes what stands beside the values of a run.
  mutating func take(_ setting: String, _ text: String, of run: Int) {
    guard mayTell(setting) else { return }
    let first = texts[run][setting]
    if text.isEmpty || text != first ?? text { varying.insert(setting) }
    if first == nil { texts[run][setting] = text }
    if !order.contains(setting) { order.append(setting) }
  }

  /// The names by the first setting that tells all runs apart, or by all that differ; `nil` where they do not either.
  var names: [String]? {
    var telling: [[String]] = []
    for setting in order where mayTell(setting) {
      let found = texts.compactMap { $0[setting] }
      guard found.count == texts.count, Set(found).count > 1 else { continue }
      let areBare = found.allSatisfy { CellValue.number(in: $0) != nil }
      let names = areBare ? found.map { "\(setting) \($0)" } : found
      if Set(names).count == names.count { return names }
      telling.append(names)
    }
    let joined = texts.indices.map { run in telling.map { $0[run] }.joined(separator: ", ") }
    return Set(joined).count == joined.count && joined.count > 1 ? joined : nil
  }
}
