/// The table of the COCO evaluation, of which each line names what it holds: `Average Precision  (AP) @[ IoU=0.50:0.95 |
/// area=   all | maxDets=100 ] = 0.315`.
enum CocoSummary {
  typealias Token = LineTokens.Token

  /// The tokens of a line, those of the mean precision over all areas as `val AP50: 0.315`; none of the other ones.
  static func plain(_ line: [Token]) -> [Token] {
    guard line.count > 12, line[0] == .word("Average"), line.contains(where: { $0.isMark("@") }),
      let size = line.firstIndex(where: { $0.lower == "area" }), size + 2 < line.count
    else { return line }
    guard line[1] == .word("Precision"), line[size + 2].lower == "all", case .number(let value)? = line.last,
      value >= 0, let overlap = line.firstIndex(where: { $0.lower == "iou" }), overlap + 2 < line.count
    else { return [] }
    let name: String
    switch line[overlap + 2] {
    case .number(let threshold) where (0...1).contains(threshold):
      name = "AP\(Int((100 * threshold).rounded()))"
    default: name = "AP"
    }
    return [.word("val"), .word(name), .mark(UInt8(ascii: ":")), .number(value)]
  }
}
