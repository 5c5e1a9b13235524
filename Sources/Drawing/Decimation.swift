/// Reduces a line to what the pixels of a page can show.
public enum Decimation {
  /// Keeps, of all points that fall into one column of the page, the first, lowest, highest and
  /// last, so that no spike is lost.
  ///
  /// - Parameters:
  ///   - points: Positions on the page with x not falling.
  ///   - column: The width of a column in points.
  public static func reduced(_ points: [Point], column: Double) -> [Point] {
    guard points.count > 4, let first = points.first, let last = points.last,
      Double(points.count) > 4 * (last.x - first.x) / column
    else { return points }
    var result: [Point] = []
    var start = 0
    while start < points.count {
      let edge = points[start].x + column
      var end = start + 1
      var lowest = start
      var highest = start
      while end < points.count, points[end].x < edge {
        if points[end].y < points[lowest].y { lowest = end }
        if points[end].y > points[highest].y { highest = end }
        end += 1
      }
      for index in Set([start, lowest, highest, end - 1]).sorted() { result.append(points[index]) }
      start = end
    }
    return result
  }
}
