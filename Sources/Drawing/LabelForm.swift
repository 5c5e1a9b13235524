/// A way to write a label: as it is, in narrower lines, or its first line alone.
struct LabelForm {
  var lines: [String]
  /// What it costs beside the label as it is.
  var cost: Double

  /// The forms of a label, the most telling first.
  ///
  /// - Parameter isFoldable: Whether narrower lines find room that the label does not: beside an upright mark, not along
  ///   a level one.
  static func all(of label: String, isFoldable: Bool) -> [LabelForm] {
    let whole = label.split(separator: "\n").map(String.init)
    let narrow = whole.flatMap(halved)
    var forms = [LabelForm(lines: whole, cost: 0)]
    if isFoldable, narrow.count > whole.count { forms.append(LabelForm(lines: narrow, cost: 4)) }
    if whole.count > 1 { forms.append(LabelForm(lines: [whole[0]], cost: 16)) }
    return forms
  }

  /// Lines up to here stay whole.
  private static let shortest = 16

  /// A long line of three words or more in two that are about as long.
  private static func halved(_ line: String) -> [String] {
    let words = line.split(separator: " ")
    guard line.count > shortest, words.count > 2 else { return [line] }
    let halves = (1..<words.count).map { count in
      [words.prefix(count).joined(separator: " "), words.dropFirst(count).joined(separator: " ")]
    }
    func width(_ lines: [String]) -> Int { lines.map(\.count).max() ?? 0 }
    return halves.min { width($0) < width($1) } ?? [line]
  }
}
