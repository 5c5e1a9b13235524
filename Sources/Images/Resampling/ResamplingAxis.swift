/// The weights that turn the pixels of a row or a column into fewer or more.
///
/// A triangle around the centre of each new pixel. To either side it reaches as many old pixels as make a new one
/// when the image shrinks, and one when it grows. Beyond the edge there is no weight; what is left adds up to 1.
struct ResamplingAxis {
  /// The first old pixel of each new one.
  private(set) var starts: [Int] = []
  /// The weights of all new pixels, one after the other.
  private(set) var weights: [Float] = []
  /// Where the weights of each new pixel begin, and one entry for the end.
  private(set) var offsets: [Int] = [0]

  /// - Parameters:
  ///   - count: How many old pixels there are.
  ///   - covered: How many of them the image covers, the last one maybe in part.
  ///   - scaledCount: How many new pixels the whole image has.
  ///   - kept: Which of these are wanted.
  init(count: Int, covered: Double, scaledCount: Int, kept: Range<Int>) {
    let scale = covered / Double(scaledCount)
    let support = max(scale, 1)
    for index in kept {
      let center = (Double(index) + 0.5) * scale
      let first = max(Int(center - support + 0.5), 0)
      let end = max(min(Int(center + support + 0.5), count), first + 1)
      let raw = (first..<end).map { max(1 - abs((Double($0) + 0.5 - center) / support), 0) }
      let sum = raw.reduce(0, +)
      starts.append(first)
      weights += raw.map { Float($0 / sum) }
      offsets.append(weights.count)
    }
  }

  /// The old pixels that any new one needs.
  var needed: Range<Int> {
    let ends = zip(starts, zip(offsets, offsets.dropFirst())).map { $0 + ($1.1 - $1.0) }
    return (starts.min() ?? 0)..<(ends.max() ?? 0)
  }
}
