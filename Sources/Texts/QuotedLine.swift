/// A line of a table whose cells may stand in quotes.
package enum QuotedLine {
  /// How often a separator stands outside quotes.
  @inlinable
  package static func count(_ separator: UInt8, in line: some Sequence<UInt8>) -> Int {
    var isQuoted = false
    var count = 0
    for byte in line {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == separator, !isQuoted { count += 1 }
    }
    return count
  }
}
