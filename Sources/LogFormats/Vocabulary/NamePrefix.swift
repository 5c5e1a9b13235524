/// What a logger was told to put before all names, such as the `net-` of `net-epoch` and `net-train_loss`.
enum NamePrefix {
  /// What stands before the word for epochs in one of the names, and before all others that are no axis.
  static func shared(by names: [String]) -> String? {
    for name in names where name.hasSuffix("epoch") && name.count > 6 {
      let prefix = String(name.dropLast(5))
      guard let mark = prefix.last, !mark.isLetter, !mark.isNumber else { continue }
      let others = names.filter { $0 != name && !TrackerNames.isAxis($0) }
      if !others.isEmpty, others.allSatisfy({ $0.hasPrefix(prefix) }) { return prefix }
    }
    return nil
  }
}
