/// Names joined for a message, each masked.
package enum NameList {
  /// The names with commas; of a long list the first ones and the number of the others.
  package static func text(_ names: [String], most: Int = 40) -> String {
    let shown = names.prefix(most).map { $0.isEmpty ? "(unnamed)" : PrintableText.masked($0) }
    let list = shown.joined(separator: ", ")
    return names.count > most ? "\(list) and \(names.count - most) more" : list
  }

  /// The names with commas; of more than a dozen the first ones and the number of the others.
  package static func brief(_ names: [String]) -> String { text(names, most: 12) }
}
