import Drawing

/// The styles of a document, each written once and named by a short class in the order of first use.
struct SVGStyleSheet {
  private var classes: [String: String] = [:]
  private var declarations: [(name: String, declaration: String)] = []
  private var clips: [(name: String, rectangle: String)] = []

  mutating func textClass(font: Font, color: Color) -> String {
    var parts = ["font-size:\(SVGNumber.text(font.size))px"]
    if font.weight != .regular { parts.append("font-weight:\(font.weight.rawValue)") }
    if font.italic { parts.append("font-style:italic") }
    if font.tabularFigures { parts.append("font-variant-numeric:tabular-nums") }
    return name("t", for: parts + Self.paint("fill", color))
  }

  mutating func fillClass(color: Color) -> String {
    name("f", for: Self.paint("fill", color))
  }

  /// The class of a drawable stroke.
  mutating func strokeClass(_ stroke: Stroke) -> String {
    var parts = ["fill:none"] + Self.paint("stroke", stroke.color)
    parts.append("stroke-width:\(SVGNumber.text(stroke.width))")
    parts.append("stroke-linejoin:round")
    if !stroke.dash.isEmpty {
      parts.append("stroke-dasharray:" + stroke.dash.map(SVGNumber.text).joined(separator: " "))
    }
    return name("s", for: parts)
  }

  mutating func clipClass(_ rectangle: Rect) -> String {
    let geometry = SVGShape.attributes(of: rectangle)
    if let clip = clips.first(where: { $0.rectangle == geometry }) { return clip.name }
    let name = "c\(clips.count)"
    clips.append((name, geometry))
    return name
  }

  /// The rules of the style sheet, for elements below the one with an identifier.
  func rules(within identifier: String) -> [String] {
    let families = Font.families.map { $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: ",")
    return ["#\(identifier) text{font-family:\(families);white-space:pre}"]
      + declarations.map { "#\(identifier) .\($0.name){\($0.declaration)}" }
      + clips.map { "#\(identifier) .\($0.name){clip-path:url(#\(identifier)-\($0.name))}" }
  }

  /// The rectangles that the rules cut drawings to.
  func clipPaths(within identifier: String) -> [String] {
    clips.map { "<clipPath id=\"\(identifier)-\($0.name)\"><rect \($0.rectangle)/></clipPath>" }
  }

  private mutating func name(_ prefix: String, for parts: [String]) -> String {
    let declaration = parts.joined(separator: ";")
    if let name = classes[declaration] { return name }
    let name = "\(prefix)\(declarations.count)"
    classes[declaration] = name
    declarations.append((name, declaration))
    return name
  }

  private static func paint(_ property: String, _ color: Color) -> [String] {
    let paint = ["\(property):\(color.hex)"]
    return color.opacity < 1 ? paint + ["\(property)-opacity:\(SVGNumber.text(color.opacity))"] : paint
  }
}
