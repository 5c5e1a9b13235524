import CairoDrawing
import Reporting

extension Report {
  /// The characters of the report that no installed font can draw, such as Chinese ones in a run's name.
  public func charactersWithoutFont() -> Set<Character> {
    let texts =
      [title, headline, sentence, details.author ?? "", diagnosis.run.source ?? ""] + facts.map(\.value)
      + notes
    // Every font of a page has the characters of European languages.
    let unusual = texts.filter { $0.unicodeScalars.contains { $0.value >= 0x2E80 } }
    return unusual.isEmpty ? [] : Typesetter().missingCharacters(in: unusual)
  }
}
