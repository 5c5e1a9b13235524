/// Counts how often the positions of a log fall back, as after a resume or a second run.
struct SegmentCounter {
  private(set) var segment: Int32 = 0
  private var previous = -Double.infinity

  /// The position of the last row; `nil` before the first.
  var last: Double? { previous.isFinite ? previous : nil }

  /// The segment that the next row is in by its position.
  func next(_ position: Double) -> Int32 { position < previous ? segment + 1 : segment }

  /// Takes the position of the next row and returns the segment it is in.
  mutating func advance(to position: Double) -> Int32 {
    segment = next(position)
    previous = position
    return segment
  }
}
