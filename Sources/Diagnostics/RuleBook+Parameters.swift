import Texts

extension RuleBook {
  /// The parameters of a rule with their present values.
  ///
  /// - Throws: ``RuleBookError/unknownRule(_:nearest:)``.
  public func parameters(of rule: String) throws(RuleBookError) -> [RuleSetting] {
    rules[try index(of: rule)].settings
  }

  /// Sets a parameter, named as `rule.parameter`.
  ///
  /// - Throws: A ``RuleBookError`` that names what there is instead; the book stays as it was.
  public mutating func set(_ assignment: String, to value: Double) throws(RuleBookError) {
    let parts = assignment.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(
      String.init)
    guard parts.count == 2 else { throw .malformed(assignment) }
    let index = try index(of: parts[0])
    rules[index] = try rules[index].setting(parts[1], to: value)
    adjusted.insert(rules[index].card.condition)
  }

  private func index(of rule: String) throws(RuleBookError) -> Int {
    let ids = rules.map(\.card.id)
    if let index = ids.firstIndex(of: rule) { return index }
    let nearest = ids.map { ($0, EditDistance.between(rule, $0)) }.sorted { $0.1 < $1.1 }.prefix(3).map(\.0)
    throw .unknownRule(rule, nearest: nearest)
  }
}

extension Rule {
  fileprivate var settings: [RuleSetting] {
    let standard = Self()
    return Self.parameters.map { parameter in
      RuleSetting(
        name: parameter.name, value: self[keyPath: parameter.keyPath],
        standard: standard[keyPath: parameter.keyPath], range: parameter.range, summary: parameter.summary)
    }
  }

  fileprivate func setting(_ name: String, to value: Double) throws(RuleBookError) -> Self {
    guard let parameter = Self.parameters.first(where: { $0.name == name }) else {
      throw .unknownParameter(name, rule: Self.card.id, known: Self.parameters.map(\.name))
    }
    guard parameter.range.contains(value) else {
      throw .outOfRange(value, parameter: "\(Self.card.id).\(name)", range: parameter.range)
    }
    var copy = self
    copy[keyPath: parameter.keyPath] = value
    return copy
  }
}
