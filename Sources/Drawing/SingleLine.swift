extension String {
  /// The text as one line: every control character and line separator is a space.
  ///
  /// Canvases draw lines, and names in a run record may hold anything.
  public var singleLine: String {
    guard unicodeScalars.contains(where: \.breaksLine) else { return self }
    var line = String.UnicodeScalarView()
    for scalar in unicodeScalars { line.append(scalar.breaksLine ? " " : scalar) }
    return String(line)
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is a control character, a line or paragraph separator or not a character at all.
  fileprivate var breaksLine: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
    default: value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value)
    }
  }
}
