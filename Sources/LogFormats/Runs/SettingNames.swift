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

  /// The names by the first setting that tells all runs apart; `nil` where there is none.
  var names: [String]? {
    for setting in order where mayTell(setting) {
      let found = texts.compactMap { $0[setting] }
      guard found.count == texts.count, Set(found).count == texts.count else { continue }
      let areBare = found.allSatisfy { CellValue.number(in: $0) != nil }
      return areBare ? found.map { "\(setting) \($0)" } : found
    }
    return nil
  }
}
