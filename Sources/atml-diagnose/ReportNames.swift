/// Names the reports of several logs so that none overwrites another.
enum ReportNames {
  /// A file name without extension for each log: its own name, with folders in front where two
  /// logs would share it.
  static func names(for logs: [String]) -> [String] {
    let paths = logs.map(parts)
    var depth = [Int](repeating: 1, count: logs.count)
    func name(_ index: Int) -> String { paths[index].suffix(depth[index]).joined(separator: "-") }
    var isSettled = false
    while !isSettled {
      isSettled = true
      let groups = Dictionary(grouping: paths.indices, by: name)
      for group in groups.values where group.count > 1 {
        for index in group where depth[index] < paths[index].count {
          depth[index] += 1
          isSettled = false
        }
      }
    }
    var seen: [String: Int] = [:]
    return paths.indices.map { index in
      let base = name(index)
      seen[base, default: 0] += 1
      let count = seen[base] ?? 1
      return count == 1 ? base : "\(base)-\(count)"
    }
  }

  /// The folders and the stem of a path, with nothing in them that a file name should not hold.
  private static func parts(of log: String) -> [String] {
    guard log != "-" else { return ["stdin"] }
    var parts = log.split(separator: "/").filter { $0 != "." && $0 != ".." }.map(String.init)
    if let last = parts.popLast() {
      let stem = last.lastIndex(of: ".").flatMap { $0 == last.startIndex ? nil : String(last[..<$0]) } ?? last
      parts.append(stem)
    }
    let clean = parts.map { part in
      String(
        part.map {
          $0.isNewline || $0.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } ? "_" : $0
        })
    }
    return clean.isEmpty ? ["run"] : clean
  }
}
