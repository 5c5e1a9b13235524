/// A grid of dots drawn with Braille characters, two columns and four rows of dots a character.
struct DotGrid {
  let columns: Int
  let rows: Int
  private var masks: [UInt8]
  private var owners: [Int?]

  /// Creates an empty grid of a size in characters.
  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    masks = [UInt8](repeating: 0, count: columns * rows)
    owners = [Int?](repeating: nil, count: columns * rows)
  }

  var dotColumns: Int { columns * 2 }
  var dotRows: Int { rows * 4 }

  /// The bits of a Braille character by column and row (Unicode 15, block 2800).
  private static let bits: [[UInt8]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]

  /// Sets a dot; the character then has the colour of its latest owner. Dots outside are ignored.
  mutating func set(x: Int, y: Int, owner: Int) {
    guard x >= 0, y >= 0, x < dotColumns, y < dotRows else { return }
    let index = y / 4 * columns + x / 2
    masks[index] |= DotGrid.bits[x % 2][y % 4]
    owners[index] = owner
  }

  /// Sets the dots between two places.
  mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int), owner: Int) {
    let steps = max(abs(end.x - start.x), abs(end.y - start.y), 1)
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      set(
        x: start.x + Int((Double(end.x - start.x) * share).rounded()),
        y: start.y + Int((Double(end.y - start.y) * share).rounded()), owner: owner)
    }
  }

  /// The character at a place and the owner of its dots; `nil` where nothing was drawn.
  func character(column: Int, row: Int) -> (Character, owner: Int)? {
    let index = row * columns + column
    guard masks[index] != 0, let owner = owners[index],
      let scalar = Unicode.Scalar(0x2800 + UInt32(masks[index]))
    else { return nil }
    return (Character(scalar), owner)
  }
}
