import Texts

/// A printed line that may name the run below it.
struct RunTitle: Sendable, Hashable {
  /// The text without the marks around it.
  let name: String
  /// The marks before it, as the `===` of `=== MLP ===`.
  let marks: String

  /// The most characters of a name.
  private static let longest = 60

  /// A line as a title; `nil` where it is too long for one, has no words, or is a row of a table.
  init?(_ line: [UInt8]) {
    let text = String(decoding: line, as: UTF8.self)
    guard let begin = text.firstIndex(where: Self.isOfName), let end = text.lastIndex(where: Self.isOfName)
    else { return nil }
    let name = text[begin...end]
    // Blanks and bars between words are those of a table.
    guard name.count <= Self.longest, name.contains(where: \.isLetter), !name.contains("  "),
      !name.contains("|")
    else { return nil }
    self.name = PrintableText.clean(String(name))
    marks = text[..<begin].filter { !$0.isWhitespace }
  }

  private static func isOfName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "()".contains(character)
  }

  /// The names that tell runs apart; `nil` where there are not such of one wording.
  ///
  /// - Parameter titles: The titles above each run, the nearest first.
  static func names(among titles: [[RunTitle]]) -> [String]? {
    var found: [RunTitle] = []
    for (index, own) in titles.enumerated() {
      let others = titles.indices.filter { $0 != index }.flatMap { titles[$0] }
      guard let title = own.first(where: { !others.contains($0) }) else { return nil }
      found.append(title)
    }
    let words = found.map { $0.name.split { !$0.isLetter } }
    // What says nothing of the models, such as where one was saved, is worded differently for each.
    let isAlike =
      Set(words.map(\.first)).count == 1 || Set(words.map(\.last)).count == 1
      || Set(found.map(\.marks)).count == 1 && found.first?.marks.isEmpty == false
    let names = found.map(\.name)
    return isAlike && Set(names).count == names.count ? names : nil
  }
}
