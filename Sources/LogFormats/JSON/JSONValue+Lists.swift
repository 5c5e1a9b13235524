extension JSONValue {
  /// The names of the lists of numbers in an object, as far as it was sampled; numbered keys make a list too.
  func listNames(joining mark: String) -> [String] {
    var names: [String] = []
    collect(&names, path: [], isNumbered: false, mark: mark)
    return names
  }

  private func collect(_ names: inout [String], path: [String], isNumbered: Bool, mark: String) {
    let name = path.joined(separator: mark)
    switch self {
    case .object(let members) where path.count < 6:
      for member in members.prefix(512) {
        let isNumber = Int32(member.key) != nil || Self.isNumberedEpoch(member.key)
        let isGatherer = path.isEmpty && Self.gatherers.contains(member.key.lowercased())
        member.value.collect(
          &names, path: isNumber || isGatherer && member.value.members != nil ? path : path + [member.key],
          isNumbered: isNumbered || isNumber, mark: mark)
      }
    case .array(let elements):
      // A word among the numbers of a metric is a mistake in a list, which reading names.
      let hasNumberToJudge = Heading(name).metric.isJudged && elements.contains { $0.number != nil }
      let isList =
        hasNumberToJudge
        || elements.allSatisfy { element in
          element.number != nil || element.isGap || element.elements?.contains { $0.number != nil } == true
        }
      if isList, !isNumbered, !name.isEmpty, !names.contains(name) { names.append(name) }
    case .number, .null:
      if isNumbered, !name.isEmpty, !names.contains(name) { names.append(name) }
    default: return
    }
  }

  private static func isNumberedEpoch(_ key: String) -> Bool {
    let words = NameWords.cut(key)
    return words.count == 2 && RecordKey(words[0]) == .epoch && Int32(words[1]) != nil
  }
}
