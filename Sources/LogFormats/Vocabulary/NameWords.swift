/// Cuts column names into lower-case words.
enum NameWords {
  /// The words of a name: cut at marks and blanks, at capitals (`trainLoss`) and between a known split
  /// and a known metric written as one word (`Trainingsverlust`, `valacc`).
  static func cut(_ name: String) -> [String] {
    let words = pieces(withoutParticles(withoutArticles(name))).flatMap { piece in
      let lower = piece.lowercased()
      if ColumnVocabulary.knows(lower) { return [lower] }
      // `valIoU` has capitals within a word.
      let glued = cutGlued(lower)
      if glued.count > 1 { return glued }
      return cutAtCapitals(piece).flatMap { cutGlued($0) }
    }
    // Lightning marks the only or first of several validation sets so.
    return joined(words.suffix(3) == ["dataloader", "idx", "0"] ? Array(words.dropLast(3)) : words)
  }

  /// The words of `va_loss` or `acc_te` with the part of the data written out, those of `val_ls` with the metric.
  static func spelledOut(_ words: [String]) -> [String] {
    if words.count == 2, let index = words.firstIndex(where: { ColumnVocabulary.shortMetrics[$0] != nil }),
      ColumnVocabulary.split(words[1 - index]) != nil,
      let metric = ColumnVocabulary.shortMetrics[words[index]]
    {
      return index == 0 ? [metric, words[1]] : [words[0], metric]
    }
    guard words.count == 2,
      let index = words.firstIndex(where: { ColumnVocabulary.abbreviations[$0] != nil }),
      ColumnVocabulary.metric(words[1 - index]) != nil || ColumnVocabulary.symbols[words[1 - index]] != nil,
      let word = ColumnVocabulary.abbreviations[words[index]]
    else { return words }
    return index == 0 ? [word, words[1]] : [words[0], word]
  }

  /// The words with those that stand for one, such as `held out`, put together.
  private static func joined(_ words: [String]) -> [String] {
    // Hardly any name has one, and every name comes by here.
    guard words.count > 1, words.contains(where: ColumnVocabulary.compoundBeginnings.contains) else {
      return words
    }
    var words = words
    for compound in ColumnVocabulary.compounds {
      guard let range = words.firstRange(of: compound.words) else { continue }
      words.replaceSubrange(range, with: [compound.word])
    }
    return words
  }

  /// The name without the `d'` and `l'` of French and Italian.
  private static func withoutArticles(_ name: String) -> String {
    // The second byte begins the curved one.
    guard name.utf8.contains(where: { $0 == UInt8(ascii: "'") || $0 == 0xE2 }) else { return name }
    return name.split { $0 == "'" || $0 == "’" }.map { part in
      let isArticle =
        part.lowercased() == "d" || part.lowercased() == "l" || part.lowercased().hasSuffix(" d")
        || part.lowercased().hasSuffix(" l")
      return isArticle ? part.dropLast() : part
    }.joined(separator: " ")
  }

  /// What stands between the words of a name in Chinese, which no blanks part, as in `整体测试集上的损失`.
  private static let particles = ["整体", "上的", "的"]

  private static func withoutParticles(_ name: String) -> String {
    // The first bytes of Chinese characters.
    guard name.utf8.contains(where: { (0xE4...0xE9).contains($0) }) else { return name }
    return particles.reduce(name) { $0.replacing($1, with: " ") }
  }

  /// The pieces of a name between marks and blanks.
  private static func pieces(_ name: String) -> [Substring] {
    // Most names are plain, and characters are found more slowly than bytes.
    guard name.utf8.allSatisfy({ $0 < 0x80 }) else { return name.split(whereSeparator: isMark) }
    return name.utf8.split { plainMarks[Int($0)] }.map { Substring($0) }
  }

  private static let marks = Set("/_-.:,;|\\@()[]{}%'\"’#=+*^↑↓（）：–—\u{FFFD}")
  /// Whether each of the characters of ASCII is a mark or a blank.
  private static let plainMarks = (0..<UInt8(0x80)).map { isMark(Character(Unicode.Scalar($0))) }

  private static func isMark(_ character: Character) -> Bool {
    marks.contains(character) || character.isWhitespace
  }

  private static func cutAtCapitals(_ piece: Substring) -> [String] {
    var words: [String] = []
    var word = ""
    var previous: Character?
    let characters = Array(piece)
    for (index, character) in characters.enumerated() {
      if character.isUppercase, let before = previous {
        let next = index + 1 < characters.count ? characters[index + 1] : nil
        // A new word begins at a capital after a small letter, and at the last of several capitals.
        if !before.isUppercase || (next?.isLowercase ?? false) {
          words.append(word)
          word = ""
        }
      }
      word.append(character)
      previous = character
    }
    words.append(word)
    return words.map { $0.lowercased() }.filter { !$0.isEmpty }
  }

  /// What follows a lone `t` or `v` in one word, as in `tloss` and `vacc`.
  private static let gluedToLetter: Set<Substring> = ["loss", "acc", "accuracy", "err", "error"]

  /// Cuts `valacc` into `val` and `acc`; a word stays whole unless both parts are known, and a short
  /// one such as `trap` always.
  private static func cutGlued(_ word: String) -> [String] {
    if let first = word.first, first == "t" || first == "v", gluedToLetter.contains(word.dropFirst()) {
      return [String(first), String(word.dropFirst())]
    }
    guard !ColumnVocabulary.knows(word), (5...120).contains(word.utf8.count) || word == "lval" else {
      return [word]
    }
    for index in word.indices.dropFirst() {
      let first = String(word[..<index])
      let rest = String(word[index...])
      let isSplitFirst = ColumnVocabulary.split(first) != nil && ColumnVocabulary.metric(rest) != nil
      // `Ltrain` is a symbol with its index.
      let isSplitLast =
        ColumnVocabulary.split(rest) != nil
        && (ColumnVocabulary.metric(first) != nil || first == "l" && rest.utf8.count > 2)
      if isSplitFirst || isSplitLast { return [first, rest] }
    }
    // `focalloss`, and what people call theirs.
    return word.hasSuffix("loss") && word.utf8.count > 5 ? [String(word.dropLast(4)), "loss"] : [word]
  }
}
