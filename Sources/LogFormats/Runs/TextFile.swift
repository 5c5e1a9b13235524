/// Files for people that tell of a project, among its logs.
enum TextFile {
  private static let endings: Set<String> = ["adoc", "markdown", "md", "org", "rst", "tex"]
  private static let names: Set<String> = [
    "authors", "changelog", "changes", "citation", "contributing", "contributors", "copying", "licence",
    "license", "news", "notice", "readme", "todo",
  ]

  /// Whether a file is such a text, by its path or name.
  static func isText(_ file: String) -> Bool {
    let name = file.split(separator: "/").last ?? ""
    let parts = name.lowercased().split(separator: ".").map(String.init)
    guard let stem = parts.first, let ending = parts.last else { return false }
    if parts.count > 1, endings.contains(ending) { return true }
    // `changes.csv` may be a log.
    return (parts.count == 1 || ending == "txt") && names.contains(stem)
  }
}
