import ATMLDiagnose
import Texts

/// Names the reports of several logs so that none overwrites another.
enum ReportNames {
  /// The longest name in bytes: file systems take 255, of which an extension and a number need some.
  static let longest = 200

  /// A file name without extension for each log: its own name, with folders in front where two
  /// logs would share it.
  ///
  /// No name begins with a point, which would hide the file, or holds a character that acts on a terminal.
  /// Names that differ in capitals alone count as one, as they do on some file systems.
  static func names(for logs: [String]) -> [String] {
    let paths = logs.map(parts)
    var depth = [Int](repeating: 1, count: logs.count)
    func name(_ index: Int) -> String { paths[index].suffix(depth[index]).joined(separator: "-") }
    var isSettled = false
    while !isSettled {
      isSettled = true
      let groups = Dictionary(grouping: paths.indices) { name($0).lowercased() }
      for group in groups.values where group.count > 1 {
        for index in group where depth[index] < paths[index].count {
          depth[index] += 1
          isSettled = false
        }
      }
    }
    var taken: Set<String> = []
    return paths.indices.map { index in
      let base = shortened(name(index))
      var candidate = base
      var number = 1
      while !taken.insert(candidate.lowercased()).inserted {
        number += 1
        candidate = "\(base)-\(number)"
      }
      return candidate
    }
  }

  /// The folders and the stem of a path, with nothing in them that a file name should not hold.
  private static func parts(of log: String) -> [String] {
    guard log != "-" else { return ["stdin"] }
    var parts = log.split(separator: "/").filter { $0 != "." && $0 != ".." }.map(String.init)
    if let last = parts.popLast() {
      parts.append(stem(of: last.drop { $0 == "." }))
    }
    let clean = parts.map { part in
      let printable = PrintableText.clean(part, limit: part.unicodeScalars.count)
      return String(String(printable.map { forbidden.contains($0) ? "_" : $0 }).drop { $0 == "." })
    }.filter { !$0.isEmpty }
    return clean.isEmpty ? ["run"] : clean
  }

  /// What takes the place of characters that do not show, and what some file systems do not take.
  private static let forbidden: Set<Character> = ["\u{FFFD}", ":", "*", "?", "\"", "<", ">", "|", "\\"]

  /// A name without its extension; the `01` of a run that is called `lr=0.01` is none.
  private static func stem(of name: Substring) -> String {
    guard let point = name.lastIndex(of: "."), let first = name[point...].dropFirst().first, first.isLetter,
      name[point...].dropFirst().allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
    else { return String(name) }
    return String(name[..<point])
  }

  /// The end of a name that is too long, since folders stand in front.
  private static func shortened(_ name: String) -> String {
    guard name.utf8.count > longest else { return name }
    var bytes = 0
    let end = name.reversed().prefix { character in
      bytes += character.utf8.count
      return bytes <= longest
    }
    return end.isEmpty ? "run" : String(end.reversed())
  }
}
