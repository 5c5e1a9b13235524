/// The numbers of a tensor in nested brackets.
struct TensorText {
  /// Along an axis with more entries than this only the first and the last few are shown.
  private static let mostEntries = 8
  private static let shownAtEachEnd = 3

  let text: String

  init(_ data: TensorData) {
    text = data.withElements { Self.text(of: $0, from: 0, shape: data.shape, axis: 0) }
  }

  private static func text(
    of elements: UnsafeBufferPointer<Float>, from start: Int, shape: Shape, axis: Int
  ) -> String {
    guard axis < shape.rank else { return "\(elements[start])" }
    let extent = shape[axis]
    let size = shape[(axis + 1)...].reduce(1, *)
    var entries: [String] = []
    for index in 0..<extent {
      if extent > mostEntries, index >= shownAtEachEnd, index < extent - shownAtEachEnd {
        if index == shownAtEachEnd { entries.append("...") }
        continue
      }
      entries.append(text(of: elements, from: start + index * size, shape: shape, axis: axis + 1))
    }
    return "[" + entries.joined(separator: ", ") + "]"
  }
}
