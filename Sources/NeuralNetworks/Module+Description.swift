extension Module {
  public var configuration: String { "" }

  /// The module and what it is made of, a line for each part:
  ///
  /// ```
  /// Sequential(
  ///   0: Linear(inputs: 4, outputs: 16)
  ///   1: ReLU()
  /// )
  /// ```
  public var description: String {
    let name = "\(type(of: self))"
    var parts: [String] = []
    for case .module(let name, let child) in members {
      parts.append("\(name): \(child.description)")
    }
    guard !parts.isEmpty else { return "\(name)(\(configuration))" }
    let lines = parts.joined(separator: "\n").split(separator: "\n").map { "  \($0)\n" }
    return "\(name)(\(configuration)\n\(lines.joined()))"
  }
}
