/// A Debian package of fonts for characters that the fonts of a system lack.
public enum FontPackage: String, Sendable, CaseIterable {
  /// Chinese, Japanese and Korean.
  case wqyMicroHei = "fonts-wqy-microhei"
  /// Pictures in colour.
  case notoColorEmoji = "fonts-noto-color-emoji"
  /// Latin, Greek, Cyrillic and many symbols.
  case dejaVu = "fonts-dejavu-core"
  /// Most other scripts.
  case notoCore = "fonts-noto-core"

  /// The packages that have some missing characters, in a fixed order.
  public static func packages(for missing: some Sequence<Character>) -> [FontPackage] {
    let wanted = Set(missing.compactMap(package))
    return allCases.filter(wanted.contains)
  }

  /// The package for a character, judged by its first scalar; none for private and unassigned characters.
  private static func package(for character: Character) -> FontPackage? {
    guard let scalar = character.unicodeScalars.first else { return nil }
    switch scalar.value {
    case 0x1100...0x11FF, 0x2E80...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF,
      0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF:
      return .wqyMicroHei
    default: break
    }
    if scalar.properties.isEmojiPresentation || character.unicodeScalars.contains("\u{FE0F}") {
      return .notoColorEmoji
    }
    switch scalar.properties.generalCategory {
    case .privateUse, .unassigned, .surrogate, .control: return nil
    default:
      return (0..<0x0530).contains(scalar.value) || (0x2000..<0x2C00).contains(scalar.value)
        ? .dejaVu : .notoCore
    }
  }
}
