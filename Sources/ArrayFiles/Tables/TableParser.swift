import Texts

extension TableParser.Result {
  /// Leaves the first column out if it has another whole number in each row.
  fileprivate mutating func leaveOutRowNumbers() {
    let width = names.count
    let column = stride(from: 0, to: values.count, by: width).map { values[$0] }
    guard column.allSatisfy({ $0 >= 0 && $0 == $0.rounded() }), Set(column).count == column.count else {
      return
    }
    names.removeFirst()
    values = values.indices.filter { !$0.isMultiple(of: width) }.map { values[$0] }
    leavesOutRowNumbers = true
  }
}

/// Reads the text of a table into numbers.
struct TableParser {
  /// What the columns of a table are.
  struct Plan {
    var names: [String]
    var roles: [Role]
  }

  enum Role {
    case number, label, ignored
  }

  /// The numbers of a table; a class is the number of its name.
  struct Result: Sendable {
    var names: [String]
    var values: [Double]
    var rowCount: Int
    var classes: [String]
    var leavesOutRowNumbers = false
  }

  let path: String
  let options: TableOptions

  /// - Throws: ``ArrayFileError``: `malformed` with line and column, `unknownName`, or `unsupported` for UTF-16.
  func parse(_ bytes: [UInt8]) throws(ArrayFileError) -> Result {
    guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else {
      throw error(.unsupported, nil, "the text is UTF-16", expected: "UTF-8", advice: "Save it as UTF-8.")
    }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let result = text.withUnsafeBufferPointer { buffer in
      Swift.Result { () throws(ArrayFileError) in try parse(buffer) }
    }
    return try result.get()
  }

  private func parse(_ buffer: UnsafeBufferPointer<UInt8>) throws(ArrayFileError) -> Result {
    guard let start = buffer.baseAddress, !buffer.isEmpty else { throw empty }
    let separator = options.separator ?? TableSeparator.find(buffer)
    var scanner = TableScanner(buffer, start: start, path: path, separator: separator.rawValue)
    guard scanner.findLine() else { throw empty }
    let beginning = scanner
    let first = try scanner.remainingCells()
    let rest = scanner
    let hasHeader = try TableHeader(path: path, options: options, first: first, line: beginning.line)
      .isPresent { () throws(ArrayFileError) in
        var ahead = rest
        return ahead.findLine() ? try ahead.remainingCells() : nil
      }
    let plan = try plan(first, hasHeader: hasHeader, line: beginning.line)
    if !hasHeader { scanner = beginning }
    var result = try rows(&scanner, plan)
    if hasHeader, first[0].isEmpty, isSpare(0, plan) { result.leaveOutRowNumbers() }
    return result
  }

  /// Whether a column of numbers is none that the options name, and not the only such.
  private func isSpare(_ column: Int, _ plan: Plan) -> Bool {
    let unnamed = plan.roles.indices.filter {
      plan.roles[$0] == .number && !options.namedColumns.contains(plan.names[$0])
    }
    return unnamed.contains(column) && unnamed.count > 1
  }

  private func plan(_ first: [String], hasHeader: Bool, line: Int) throws(ArrayFileError) -> Plan {
    let names = first.indices.map { index -> String in
      guard hasHeader else { return "\(index + 1)" }
      guard first[index].isEmpty else { return first[index] }
      return first.contains("\(index + 1)") ? "unnamed \(index + 1)" : "\(index + 1)"
    }
    var seen: Set<String> = []
    for (index, name) in names.enumerated() where !seen.insert(name).inserted {
      throw error(
        .malformed, .cell(line: line, column: index + 1, name: PrintableText.masked(name)),
        "two columns have this name", expected: "each name once")
    }
    for name in options.namedColumns where !seen.contains(name) {
      throw NumberTable.unknown(name, in: names, path)
    }
    let roles = names.map { name -> Role in
      guard name != options.label else { return .label }
      return options.ignoredColumns.contains(name) || options.columns?.contains(name) == false
        ? .ignored : .number
    }
    return Plan(names: names, roles: roles)
  }

  private func rows(_ scanner: inout TableScanner, _ plan: Plan) throws(ArrayFileError) -> Result {
    var values: [Double] = []
    var classes = ClassNumbers(options.label == nil ? nil : options.classes)
    var rowCount = 0
    let kept = plan.roles.indices.filter { plan.roles[$0] != .ignored }
    let lastColumn = plan.roles.count - 1
    let size = scanner.rest
    let largest = Self.largest
    while scanner.findLine() {
      let line = scanner.line
      for (column, role) in plan.roles.enumerated() {
        switch role {
        case .number:
          if let value = scanner.number(atMost: largest) {
            values.append(value)
          } else {
            values.append(try unusualNumber(&scanner, plan.names, column))
          }
        case .label: values.append(Double(try classNumber(&scanner, &classes, plan.names, column)))
        case .ignored: _ = try scanner.text()
        }
        switch scanner.finishCell() {
        case .separator where column == lastColumn:
          throw wrongCount(column + 1 + (try scanner.remainingCells().count), line, plan)
        case .line where column < lastColumn: throw wrongCount(column + 1, line, plan)
        default: break
        }
      }
      rowCount += 1
      // How many rows there may be, by the length of the first.
      if rowCount == 1 { values.reserveCapacity((size / max(size - scanner.rest, 1) + 1) * kept.count) }
    }
    guard rowCount > 0 else { throw empty }
    if let label = kept.firstIndex(where: { plan.roles[$0] == .label }) {
      let places = classes.finalPlaces
      for index in stride(from: label, to: values.count, by: kept.count) {
        values[index] = Double(places[Int(values[index])])
      }
    }
    return Result(
      names: kept.map { plan.names[$0] }, values: values, rowCount: rowCount, classes: classes.orderedNames)
  }

  /// The largest number of `float32`, in which training computes.
  private static let largest = Double(Float.greatestFiniteMagnitude)

  /// A number in quotes; everything else is an error.
  private func unusualNumber(
    _ scanner: inout TableScanner, _ names: [String], _ column: Int
  ) throws(ArrayFileError) -> Double {
    let place = ArrayFileError.Place.cell(
      line: scanner.line, column: column + 1, name: PrintableText.masked(names[column]))
    let text = try scanner.text()
    let advice: String
    switch TableCell(text) {
    case .number(let value) where abs(value) <= Self.largest: return value
    case .number:
      throw error(
        .malformed, place, "the number is too large", found: PrintableText.quoted(text),
        expected: "a finite number of at most 3.4e38", advice: "Scale the column.")
    case .missing: advice = "Fill the value in, or take the row away."
    case .word
    where DecimalNumber.parse(text.utf8.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }) != nil:
      advice = "Write decimals with a point."
    case .word:
      advice = "A column of words can be the target, if that is classes, or be left out (--ignore)."
    }
    throw error(
      .malformed, place, "this is no number", found: TableCell.shown(text), expected: "a finite number",
      advice: advice)
  }

  private func classNumber(
    _ scanner: inout TableScanner, _ classes: inout ClassNumbers, _ names: [String], _ column: Int
  ) throws(ArrayFileError) -> Int {
    let line = scanner.line
    let text = try scanner.text()
    if let number = classes[text] { return number }
    let place = ArrayFileError.Place.cell(
      line: line, column: column + 1, name: PrintableText.masked(names[column]))
    if case .missing = TableCell(text) {
      throw error(
        .malformed, place, "the label is missing", found: TableCell.shown(text),
        expected: "the name or number of a class", advice: "Fill the value in, or take the row away.")
    }
    guard !classes.isClosed else {
      throw error(
        .malformed, place, "this is none of the classes", found: PrintableText.quoted(text),
        expected: "one of \(NameList.text(classes.orderedNames))")
    }
    return classes.add(text)
  }

  private func wrongCount(_ count: Int, _ line: Int, _ plan: Plan) -> ArrayFileError {
    let missing = plan.names.dropFirst(count)
    return error(
      .malformed, .line(line), "the line has another number of cells than the first one", found: "\(count)",
      expected: "\(plan.names.count)",
      advice: missing.isEmpty ? nil : "There is nothing for: \(NameList.text(Array(missing))).")
  }

  private var empty: ArrayFileError {
    error(.malformed, nil, "the table has no rows", expected: "a line for each sample")
  }

  private func error(
    _ kind: ArrayFileError.Kind, _ place: ArrayFileError.Place?, _ problem: String, found: String? = nil,
    expected: String? = nil, advice: String? = nil
  ) -> ArrayFileError {
    ArrayFileError(
      kind, path: path, at: place, problem, found: found, expected: expected, advice: advice)
  }
}
