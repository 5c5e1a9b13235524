/// Names of columns joined for a message.
enum NameList {
  private static let most = 12

  /// The names with commas; of a long list the first dozen and the number of the others.
  static func text(_ names: [String]) -> String {
    let shown = names.prefix(most).joined(separator: ", ")
    return names.count > most ? "\(shown) and \(names.count - most) more" : shown
  }
}
