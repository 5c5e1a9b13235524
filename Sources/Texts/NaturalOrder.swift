/// The order in which people count names: `class2` before `class10`, `-1` before `0`.
package enum NaturalOrder {
  /// The names in order: by value if all are numbers, else with runs of digits compared by their values.
  package static func sorted(_ names: [String]) -> [String] {
    let values = names.compactMap { DecimalNumber.parse($0.utf8) }
    if values.count == names.count {
      return zip(values, names).sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.1)
    }
    return names.sorted(by: precedes)
  }

  private static func precedes(_ one: String, _ other: String) -> Bool {
    var left = one.unicodeScalars[...]
    var right = other.unicodeScalars[...]
    while let a = left.first, let b = right.first {
      if isDigit(a), isDigit(b) {
        let (first, second) = (takeNumber(&left), takeNumber(&right))
        if first.count != second.count { return first.count < second.count }
        if first != second { return first.lexicographicallyPrecedes(second) }
      } else if a != b {
        return a < b
      } else {
        left.removeFirst()
        right.removeFirst()
      }
    }
    // Of equal values written with more or fewer zeros, any order will do that is always the same.
    return left.isEmpty == right.isEmpty ? one < other : left.isEmpty
  }

  /// Takes a run of digits away and returns it without leading zeros.
  private static func takeNumber(_ text: inout Substring.UnicodeScalarView) -> [Unicode.Scalar] {
    let digits = text.prefix(while: isDigit)
    text = text[digits.endIndex...]
    return Array(digits.drop { $0 == "0" })
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
