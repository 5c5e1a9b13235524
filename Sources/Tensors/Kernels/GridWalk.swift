/// A walk over positions that lie at regular steps in memory, the last axis fastest.
struct GridWalk {
  let extents: [Int]
  /// How far neighbours along each axis lie apart.
  let steps: [Int]
  /// Where the walk begins.
  var start = 0

  /// Calls a function with each place in memory and how many came before it.
  @inline(__always)
  func forEach(_ body: (_ place: Int, _ position: Int) -> Void) {
    if extents.contains(0) { return }
    guard let length = extents.last, let step = steps.last else { return body(start, 0) }
    let outer = extents.count - 1
    var counters = [Int](repeating: 0, count: outer)
    var base = start
    var position = 0
    while true {
      var i = 0
      while i < length {
        body(base + i * step, position)
        position += 1
        i += 1
      }
      var axis = outer - 1
      while axis >= 0 {
        counters[axis] += 1
        base += steps[axis]
        if counters[axis] < extents[axis] { break }
        base -= steps[axis] * extents[axis]
        counters[axis] = 0
        axis -= 1
      }
      if axis < 0 { return }
    }
  }
}
