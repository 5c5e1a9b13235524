/// A file format that reports are written in.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
  case pdf
  case png
  case svg
  case json
  case markdown = "md"

  /// The format that a file's extension stands for; `nil` when it stands for none.
  public init?(path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return nil }
    self.init(name: String(name[name.index(after: dot)...]))
  }

  /// The format of a name such as `pdf` or `markdown`, in any case.
  public init?(name: String) {
    switch name.lowercased() {
    case "markdown": self = .markdown
    case let name: self.init(rawValue: name)
    }
  }

  /// Whether the format shows a page rather than text.
  public var isDrawn: Bool {
    switch self {
    case .pdf, .png, .svg: true
    case .json, .markdown: false
    }
  }
}
