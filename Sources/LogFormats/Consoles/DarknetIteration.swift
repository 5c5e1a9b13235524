/// An iteration that Darknet printed: ` 2: 27.117569, 54.566353 avg loss, 0.005000 rate, ...`.
struct DarknetIteration {
  let number: Double
  let loss: Double
  /// The moving average of the loss.
  let average: Double
  let rate: Double?

  /// Reads a line; `nil` if it is another.
  init?(_ line: [UInt8]) {
    let first = line.first { $0 != 0x20 } ?? 0
    guard first &- 0x30 < 10, line.contains(UInt8(ascii: "g")) else { return nil }
    self.init(tokens: LineTokens(line).tokens)
  }

  private init?(tokens: [LineTokens.Token]) {
    // A classifier prints the part of the epochs that is done between the number and the colon.
    guard let colon = tokens.prefix(4).firstIndex(where: { $0.isMark(":") }), colon == 1 || colon == 3,
      tokens.count > colon + 4, case .number(let number) = tokens[0],
      case .number(let loss) = tokens[colon + 1],
      tokens[colon + 2].isMark(","), case .number(let average) = tokens[colon + 3],
      tokens[colon + 4].lower == "avg"
    else { return nil }
    self.number = number
    self.loss = loss
    self.average = average
    let place = tokens.firstIndex { $0.lower == "rate" } ?? 0
    rate = if place > 0, case .number(let rate) = tokens[place - 1] { rate } else { nil }
  }
}
