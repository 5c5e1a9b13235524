/// What a cell of a Jupyter notebook printed and showed.
struct NotebookCell: Sendable {
  /// The name by which people know it: `In [5]`, or its place where it was never run.
  private(set) var name: String
  /// What was printed, to the output and the error stream, in the order of the notebook.
  private(set) var printed: [UInt8] = []
  /// The tables that were shown, as text.
  private(set) var tables: [[UInt8]] = []
  /// Other values that were shown, as text.
  private(set) var values: [[UInt8]] = []

  /// The longest line of a notebook, as of a bar that is drawn again and again.
  private static let longestLine = LogInput.longestLine
  /// The most bytes that a notebook's cells may have printed.
  static let mostPrinted = 64 << 20

  /// Reads the cell that is next in a list of cells.
  ///
  /// - Parameters:
  ///   - place: The place of the cell in the notebook, from 1.
  ///   - budget: How many bytes may still be kept.
  init(_ scanner: inout JSONScanner, place: Int, budget: inout Int) throws(LogError) {
    name = "cell \(place)"
    try scanner.beginObject()
    while let key = try scanner.nextKey() {
      switch key {
      case "execution_count":
        if let count = try scanner.numberIfAny(), let whole = Int(exactly: count) { name = "In [\(whole)]" }
      case "outputs" where try scanner.kind() == .array:
        try scanner.beginArray()
        while try scanner.nextElement() { try readOutput(&scanner, &budget) }
      default: try scanner.skip()
      }
    }
  }

  /// What may be a log, the likeliest first.
  var logs: [[UInt8]] { [printed] + tables + values }

  private mutating func readOutput(_ scanner: inout JSONScanner, _ budget: inout Int) throws(LogError) {
    try scanner.beginObject()
    while let key = try scanner.nextKey() {
      switch key {
      case "text": printed += try Self.text(&scanner, &budget)
      case "data" where try scanner.kind() == .object:
        try scanner.beginObject()
        while let type = try scanner.nextKey() {
          switch type {
          case "text/plain": values.append(try Self.text(&scanner, &budget))
          case "text/html": tables += HTMLTable.texts(in: try Self.text(&scanner, &budget))
          default: try scanner.skip()
          }
        }
      default: try scanner.skip()
      }
    }
  }

  /// A text, whole or as a list of its lines.
  private static func text(
    _ scanner: inout JSONScanner, _ budget: inout Int
  ) throws(LogError) -> [UInt8] {
    var text: [UInt8] = []
    switch try scanner.kind() {
    case .string: text = Array(try scanner.text(keeping: longestLine).utf8)
    case .array:
      try scanner.beginArray()
      while try scanner.nextElement() {
        if try scanner.kind() == .string {
          text += try scanner.text(keeping: longestLine).utf8
        } else {
          try scanner.skip()
        }
      }
    default: try scanner.skip()
    }
    budget -= text.count
    guard budget >= 0 else {
      throw LogError(
        .malformed, source: scanner.input.source,
        "the cells printed more than \(mostPrinted >> 20) MiB", line: scanner.line,
        advice: "Save what the training printed as a file of its own.")
    }
    return text
  }
}
