import Drawing

/// A number of a score: a count, or a measured value that may not exist, as a mean over nothing.
package enum Figure: Sendable, Hashable, Encodable {
  case count(Int)
  case value(Double?)

  /// The number with three decimals, a count without; `-` for a value that does not exist.
  package var text: String { text(decimals: 3) }

  package func text(decimals: Int) -> String {
    switch self {
    case .count(let count): "\(count)"
    case .value(let value): value.map { Self.plain($0, decimals: decimals) } ?? "-"
    }
  }

  /// A number as programs read it, without typography.
  private static func plain(_ value: Double, decimals: Int) -> String {
    let text = NumberText.fixed(value, decimals: decimals)
    return String(text.map { $0 == "−" ? "-" : $0 }.filter { !NumberText.thinSpace.contains($0) })
  }

  /// Writes a value that does not exist as null.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .count(let count): try container.encode(count)
    case .value(let value): try container.encode(value)
    }
  }
}
