import RunRecords
import Texts

/// The lists of numbers in one value of JSON, by the path of their keys joined with `/`.
///
/// `{"loss": [1.2, 0.9]}` has the list `loss`; `{"val": {"loss": {"0": 1.2}}}` has `val/loss`, whose numbered keys are
/// positions. A `null` in a list is kept as one, as is a word such as `N/A`.
struct ColumnTree {
  struct Column: Sendable {
    var name: String
    var values: [Double?] = []
    /// Where each value stands, if its key, a pair or a list beside it says so.
    var positions: [Double]?
    /// What ``positions`` count, if that is known.
    var axis: RunAxis?
  }

  var columns: [Column] = []
  /// Every key that was met on the first two levels, for messages.
  private(set) var keys: [String] = []
  private var places: [String: Int] = [:]
  private var count = 0

  /// The most numbers that are held, and the most lists.
  static let mostNumbers = 4 << 20
  static let mostColumns = 4_096
  /// The deepest level on which lists are looked for.
  private static let deepest = 6

  /// Reads the object that is next.
  ///
  /// - Throws: ``LogError`` for what is no JSON, or holds more than can be held.
  init(_ scanner: inout JSONScanner, joining mark: String = "/") throws(LogError) {
    try read(&scanner, path: [], position: nil, mark: mark)
  }

  private mutating func read(
    _ scanner: inout JSONScanner, path: [String], position: Double?, mark: String
  ) throws(LogError) {
    switch try scanner.kind() {
    case .object where path.count < Self.deepest:
      try scanner.beginObject()
      while let key = try scanner.nextKey() {
        if path.count < 2, keys.count < Self.mostColumns {
          keys.append((path + [key]).joined(separator: mark))
        }
        if let number = Self.position(key), position == nil, !path.isEmpty || number >= 0 {
          try read(&scanner, path: path, position: number, mark: mark)
        } else if path.isEmpty, JSONValue.gatherers.contains(key.lowercased()), try scanner.kind() == .object
        {
          try read(&scanner, path: path, position: position, mark: mark)
        } else {
          try read(&scanner, path: path + [key], position: position, mark: mark)
        }
      }
    case .array where position == nil && path.isEmpty: try readHistories(&scanner, mark: mark)
    case .array where position == nil && !path.isEmpty:
      try readList(&scanner, name: path.joined(separator: mark))
    case .number, .string, .null:
      let isNull = try scanner.kind() == .null
      let number = try scanner.numberIfAny()
      if let position, !path.isEmpty, isNull || number != nil {
        try append(number, to: path.joined(separator: mark), at: position, scanner)
      }
    default: try scanner.skip()
    }
  }

  /// Reads a list of histories, such as those of the folds of a cross-validation; one alone has no name.
  private mutating func readHistories(_ scanner: inout JSONScanner, mark: String) throws(LogError) {
    try scanner.beginArray()
    var count = 0
    while try scanner.nextElement() {
      count += 1
      guard try scanner.kind() == .object else {
        try scanner.skip()
        continue
      }
      try read(&scanner, path: ["run \(count)"], position: nil, mark: mark)
    }
    if count == 1 { self = columns(of: "run 1") }
  }

  /// The position that a key such as `12` or `epoch_12` is.
  private static func position(_ key: String) -> Double? {
    if let number = Int32(key) { return Double(number) }
    let words = NameWords.cut(key)
    guard words.count == 2, RecordKey(words[0]) == .epoch, let number = Int32(words[1]) else { return nil }
    return Double(number)
  }

  /// Reads a list; an element that holds no number keeps its place, so that those behind it keep theirs.
  ///
  /// - Throws: ``LogError`` for an element that is neither a number nor a gap, among the numbers of a metric to judge.
  private mutating func readList(_ scanner: inout JSONScanner, name: String) throws(LogError) {
    let heading = Heading(name)
    let isStrict = heading.metric.isJudged && !heading.isIgnored
    let before = places[name].map { columns[$0].values.count } ?? 0
    var numbers = 0
    var stranger: LogError?
    try scanner.beginArray()
    while try scanner.nextElement() {
      let line = scanner.line
      var found: String?
      switch try scanner.kind() {
      case .array:
        // A value alone, a pair of a position and a value, or those behind a time, as tensorboardX exports them.
        let cells = try scanner.value().elements ?? []
        if cells.count == 1 {
          found = try take(cells[0], into: name, &numbers, scanner)
        } else if let value = cells.last?.number {
          numbers += 1
          if cells.count == 2, let position = cells[0].number {
            try append(value, to: name, at: position, scanner)
          } else if cells.count == 3, JSONValue.isWallTime(cells[0]), let step = cells[1].number {
            try append(value, to: name, at: step, axis: .step, scanner)
          }
        }
      case .object:
        try scanner.skip()
        found = try take(.object([]), into: name, &numbers, scanner)
      default: found = try take(try scanner.value(), into: name, &numbers, scanner)
      }
      if let found, stranger == nil {
        stranger = LogError(
          .malformed, source: scanner.input.source,
          "unreadable value in the list \(PrintableText.quoted(name))",
          line: line, found: found, expected: "a number, or null where nothing was measured")
      }
    }
    guard let stranger else { return }
    // A list of words alone is none of numbers.
    if numbers == 0 { removeValues(of: name, from: before) } else if isStrict { throw stranger }
  }

  /// Appends a number, or `nil` in the place of anything else.
  ///
  /// - Returns: What is neither a number nor says that nothing was measured.
  private mutating func take(
    _ value: JSONValue, into name: String, _ numbers: inout Int, _ scanner: JSONScanner
  ) throws(LogError) -> String? {
    try append(value.number, to: name, at: nil, scanner)
    if value.number != nil { numbers += 1 }
    return value.number == nil && !value.isGap ? value.shown : nil
  }

  private mutating func removeValues(of name: String, from count: Int) {
    guard let place = places[name] else { return }
    columns[place].values.removeSubrange(count...)
    guard columns[place].values.isEmpty, place == columns.count - 1 else { return }
    columns.removeLast()
    places[name] = nil
  }

  private mutating func append(
    _ value: Double?, to name: String, at position: Double?, axis: RunAxis? = nil, _ scanner: JSONScanner
  ) throws(LogError) {
    let place = places[name] ?? columns.count
    count += 1
    guard place < Self.mostColumns, count <= Self.mostNumbers else {
      throw LogError(
        .malformed, source: scanner.input.source, "the lists hold more numbers than a history does",
        line: scanner.line, expected: "at most \(Self.mostNumbers) in \(Self.mostColumns) lists",
        advice: "Write one value for each epoch.")
    }
    if place == columns.count {
      columns.append(Column(name: name, positions: position == nil ? nil : [], axis: axis))
      places[name] = place
    }
    columns[place].values.append(value)
    if let position { columns[place].positions?.append(position) }
  }
}
