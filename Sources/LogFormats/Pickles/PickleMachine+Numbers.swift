import ArrayFiles

/// What the few names that are understood stand for, worked out without calling anything.
extension PickleMachine {
  /// What a call of a name with its arguments stands for.
  func reduced(_ callee: PickleObject, _ arguments: [Int]) throws(PickleFault) -> PickleObject {
    guard case .global(let global) = callee else { throw .malformed("calls what is no name", at: place) }
    switch global {
    case .elementType:
      guard let code = arguments.first.flatMap({ text(of: $0) }) else { throw unexpected }
      return .elementType(code.first.map { "<>|=".contains($0) } == true ? code : "=" + code)
    case .scalar:
      guard arguments.count == 2, case .elementType(let code) = objects[arguments[0]],
        let bytes = bytes(of: arguments[1]),
        let number = try array(bytes, code, shape: [], isFortranOrder: false).doubles().first
      else { throw unexpected }
      return .number(number)
    case .reconstruct: return .unfilledArray
    case .fromBuffer:
      guard arguments.count == 4, let bytes = bytes(of: arguments[0]),
        case .elementType(let code) = objects[arguments[1]]
      else { throw unexpected }
      return .array(
        try array(bytes, code, shape: try shape(arguments[2]), isFortranOrder: text(of: arguments[3]) == "F"))
    case .encode:
      guard let text = arguments.first.flatMap({ text(of: $0) }) else { throw unexpected }
      return .bytes(text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
    case .orderedDictionary, .defaultDictionary: return .dictionary([])
    case .array, .plainType: throw unexpected
    }
  }

  /// Gives an element type its byte order, or an array its numbers.
  mutating func build(_ target: Int, _ state: Int) throws(PickleFault) {
    let state = try elements(state)
    switch objects[target] {
    case .elementType(let code):
      guard state.count > 1, let order = text(of: state[1]), order.count == 1 else { throw unexpected }
      objects[target] = .elementType(order + code.dropFirst())
    case .unfilledArray:
      guard state.count == 5, case .elementType(let code) = objects[state[2]] else { throw unexpected }
      if code.dropFirst().first == "O", let only = try self.only(state[4]) {
        // What numpy.save makes of a dictionary: an array without axes with it inside.
        objects[target] = objects[only]
        return
      }
      let isFortranOrder = if case .bool(true) = objects[state[3]] { true } else { number(state[3]) == 1 }
      // Objects come as a list, of which the element type says already that it is not read.
      objects[target] = .array(
        try array(
          bytes(of: state[4]) ?? [], code, shape: try shape(state[1]), isFortranOrder: isFortranOrder))
    default: throw unexpected
    }
  }

  /// The one element of a list; `nil` for any other.
  private func only(_ place: Int) throws(PickleFault) -> Int? {
    guard case .list(let elements) = objects[place], elements.count == 1 else { return nil }
    return elements.first
  }

  /// The elements of a tuple or a list.
  func elements(_ place: Int) throws(PickleFault) -> [Int] {
    switch objects[place] {
    case .tuple(let elements), .list(let elements): return elements
    default: throw unexpected
    }
  }

  /// A text, also where Python 2 wrote it.
  func text(of place: Int) -> String? {
    switch objects[place] {
    case .text(let text): text
    case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
    default: nil
    }
  }

  private func bytes(of place: Int) -> [UInt8]? {
    if case .bytes(let bytes) = objects[place] { bytes } else { nil }
  }

  private func number(_ place: Int) -> Double? {
    if case .number(let number) = objects[place] { number } else { nil }
  }

  private func shape(_ place: Int) throws(PickleFault) -> [Int] {
    var shape: [Int] = []
    for place in try elements(place) {
      guard let size = number(place).flatMap({ Int(exactly: $0) }) else { throw unexpected }
      shape.append(size)
    }
    return shape
  }

  private func array(
    _ bytes: [UInt8], _ code: String, shape: [Int], isFortranOrder: Bool
  ) throws(PickleFault) -> NumericArray {
    do {
      return try NumericArray(
        elements: bytes, typeCode: code, shape: shape, isFortranOrder: isFortranOrder, path: source)
    } catch {
      throw .array(error)
    }
  }

  private var unexpected: PickleFault { .malformed("makes something else than numbers", at: place) }
}
