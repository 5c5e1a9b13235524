import RunRecords

/// Gathers the values of boxes with a name and its value in each row, which are printed again and again.
struct ValueBoxes {
  private(set) var curves = NamedCurves()
  /// What the positions count, once a box has said it.
  private(set) var axis: RunAxis?
  /// The name above indented ones, with a slash at its end.
  private var section = ""
  private var rows: [(name: String, value: Double)] = []

  private static let bar = UInt8(ascii: "|")
  private static let longestLine = 400
  private static let mostRows = 1_024

  /// What counts the steps of an agent in its environment.
  private static let agentSteps: Set<String> = [
    "total timesteps", "timesteps", "num timesteps", "total env interacts", "timesteps so far",
  ]

  /// Takes a line.
  mutating func take(_ line: [UInt8]) {
    guard line.count <= Self.longestLine else { return }
    if Self.isRule(line) { return finish() }
    guard let (name, text) = Self.cells(line), name.first?.isLetter ?? false else { return }
    if text.isEmpty {
      section = name.hasSuffix("/") ? name : ""
    } else if let value = CellValue.number(in: text), rows.count < Self.mostRows {
      rows.append((section + name, value))
    }
  }

  /// Takes the box that has ended.
  mutating func finish() {
    defer { (rows, section) = ([], "") }
    guard let (position, axis) = position else { return }
    self.axis = self.axis ?? axis
    guard axis == self.axis else { return }
    for (name, value) in rows where name != position.name {
      curves.add(value, to: name, at: position.value)
    }
  }

  /// The row that says the position of the box.
  private var position: (row: (name: String, value: Double), axis: RunAxis)? {
    for axis in [RunAxis.epoch, .step, .iteration] {
      let names = (ColumnVocabulary.axes[axis] ?? []).union(axis == .step ? Self.agentSteps : [])
      let row = rows.first { row in
        let own = row.name.split(separator: "/").last.map(String.init) ?? row.name
        return names.contains(NameWords.cut(own).joined(separator: " "))
      }
      if let row { return (row, axis) }
    }
    return nil
  }

  private static let ruleMarks = Array("-=+ ".utf8)

  private static func isRule(_ line: [UInt8]) -> Bool {
    line.count > 4 && line.allSatisfy { ruleMarks.contains($0) }
  }

  /// The two texts between bars; `nil` for a line with more or fewer.
  private static func cells(_ line: [UInt8]) -> (name: String, value: String)? {
    guard line.first(where: { $0 != 0x20 }) == bar else { return nil }
    let parts = line.split(separator: bar, omittingEmptySubsequences: false)
    guard parts.count == 4, [parts[0], parts[3]].allSatisfy({ $0.allSatisfy { $0 == 0x20 } }) else {
      return nil
    }
    return (trimmed(parts[1]), trimmed(parts[2]))
  }

  private static func trimmed(_ cell: ArraySlice<UInt8>) -> String {
    let text = cell.drop { $0 == 0x20 }
    let end = text.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? text.startIndex
    return String(decoding: text[..<end], as: UTF8.self)
  }
}
