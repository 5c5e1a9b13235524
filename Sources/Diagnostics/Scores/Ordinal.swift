/// An enumeration whose cases hold nothing, so that arrays can take the place of dictionaries.
protocol Ordinal: CaseIterable, Sendable {}

extension Ordinal {
  /// The place of the case among all cases.
  ///
  /// Such an enumeration is stored as this number in one byte, as a test holds. A dictionary would hash the raw value,
  /// a text, at every look.
  var ordinal: Int { withUnsafeBytes(of: self) { Int($0[0]) } }
}
