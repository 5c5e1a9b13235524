import ArrayFiles
import Texts

/// The data of a pickle as a text of JSON, which says the same.
struct PickledJSON {
  private let machine: PickleMachine
  private(set) var bytes: [UInt8] = []
  /// The names of what was left out, such as arrays of several axes.
  private(set) var leftOut: [String] = []
  private var count = 0
  private var open: Set<Int> = []

  /// The deepest nesting, and the most bytes: one list may stand in many places.
  private static let deepest = 32
  private static let mostBytes = 256 << 20

  /// - Parameter name: The name of a list that stands alone.
  init(_ machine: PickleMachine, root: Int, name: String?) throws(PickleFault) {
    self.machine = machine
    if let name, isCurve(root) {
      bytes.append(UInt8(ascii: "{"))
      appendText(name)
      bytes.append(UInt8(ascii: ":"))
      try append(root, path: name, depth: 1)
      bytes.append(UInt8(ascii: "}"))
    } else {
      try append(root, path: "", depth: 0)
    }
  }

  /// Whether an object is a list of numbers.
  private func isCurve(_ place: Int) -> Bool {
    switch machine.objects[place] {
    case .array(let array): array.shape.count == 1
    case .list(let elements), .tuple(let elements):
      !elements.isEmpty
        && elements.allSatisfy { if case .number = machine.objects[$0] { true } else { false } }
    default: false
    }
  }

  private mutating func append(_ place: Int, path: String, depth: Int) throws(PickleFault) {
    count += 1
    guard count <= PickleMachine.most, bytes.count <= Self.mostBytes else {
      throw .tooLarge(at: machine.bytes.offset)
    }
    switch machine.objects[place] {
    case .none, .global, .elementType, .unfilledArray, .code: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .number(let value): appendNumber(value)
    case .text(let text): appendText(text)
    case .bytes(let text): appendText(String(decoding: text, as: UTF8.self))
    case .array(let array): try append(array, path: path)
    case .list(let elements), .tuple(let elements):
      try enter(place, depth)
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        try append(element, path: path, depth: depth + 1)
      }
      bytes.append(UInt8(ascii: "]"))
      open.remove(place)
    case .dictionary(let members):
      try enter(place, depth)
      bytes.append(UInt8(ascii: "{"))
      var isFirst = true
      for (keyPlace, value) in members {
        guard let key = key(keyPlace) else { continue }
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        appendText(key)
        bytes.append(UInt8(ascii: ":"))
        try append(value, path: key, depth: depth + 1)
      }
      bytes.append(UInt8(ascii: "}"))
      open.remove(place)
    }
  }

  private mutating func enter(_ place: Int, _ depth: Int) throws(PickleFault) {
    guard open.insert(place).inserted else {
      throw .malformed("ends data that holds itself", at: machine.bytes.offset)
    }
    guard depth < Self.deepest else {
      throw .malformed("ends data nested more than \(Self.deepest) deep", at: machine.bytes.offset)
    }
  }

  /// A key, also where it is a number, such as that of an epoch.
  private func key(_ place: Int) -> String? {
    if case .number(let number) = machine.objects[place] { return number.plain }
    return machine.text(of: place)
  }

  private mutating func append(_ array: NumericArray, path: String) throws(PickleFault) {
    if array.shape.isEmpty, let number = array.doubles().first { return appendNumber(number) }
    guard array.shape.count(where: { $0 != 1 }) <= 1 else {
      leftOut.append(PrintableText.clean(path))
      bytes += "null".utf8
      return
    }
    count += array.count
    guard count <= PickleMachine.most else { throw .tooLarge(at: machine.bytes.offset) }
    bytes.append(UInt8(ascii: "["))
    for (index, number) in array.doubles().enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      appendNumber(number)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func appendNumber(_ value: Double) {
    bytes += (value.isNaN ? "NaN" : value.isInfinite ? value < 0 ? "-Infinity" : "Infinity" : "\(value)").utf8
  }

  private mutating func appendText(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte < 0x20 ? 0x20 : byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
