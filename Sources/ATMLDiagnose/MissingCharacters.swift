import CairoDrawing
import Reporting

/// Characters of a report that no installed font can draw.
public struct MissingCharacters: Sendable, Hashable {
  public let characters: Set<Character>
  /// The Debian packages of fonts that have them.
  public let packages: [String]
}

extension MissingCharacters {
  /// Looks for the characters of a report; `nil` if there are none that cannot be drawn.
  init?(in report: Report, setBy typesetter: Typesetter) {
    let run = report.diagnosis.run
    let texts =
      [report.title, report.headline, report.sentence, report.details.author ?? "", run.source ?? run.name]
      + report.facts.map(\.value) + report.notes + run.series.map(\.name)
    // Asking the fonts takes time, and every font of a page has the characters of European languages.
    let unusual = texts.filter { $0.unicodeScalars.contains { !Self.isEuropean($0) } }
    characters = unusual.isEmpty ? [] : typesetter.missingCharacters(in: unusual)
    packages = FontPackage.packages(for: characters).map(\.rawValue)
    if characters.isEmpty { return nil }
  }

  /// Whether a scalar is a Latin, Greek or Cyrillic letter or a usual mark of punctuation.
  private static func isEuropean(_ scalar: Unicode.Scalar) -> Bool {
    (0..<0x0530).contains(scalar.value) || (0x2010..<0x2030).contains(scalar.value)
  }
}
