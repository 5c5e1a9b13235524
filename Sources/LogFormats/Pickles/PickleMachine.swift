/// Makes the data of a Python pickle, protocols 0 to 5, and runs none of its code.
///
/// A pickle is a program for a machine with a stack (https://docs.python.org/3/library/pickletools.html). Only the
/// operations of dictionaries, lists, tuples, texts and numbers are understood, and those names of numpy and of the
/// standard library that plain data has.
struct PickleMachine {
  /// The most objects, places on the stack, and names in the memo.
  static let most = 4 << 20

  var objects: [PickleObject] = [.none, .bool(false), .bool(true)]
  private(set) var bytes: PickleBytes
  private var stack: [Int] = []
  /// Where the stack was when marks were set.
  private var marks: [Int] = []
  private var memo: [Int: Int] = [:]
  /// Where the operation that is run begins.
  private(set) var place = 0
  /// The path of the file, for messages about arrays.
  let source: String
  /// Whether what only code would make is passed over; else it is an error.
  let passesOverCode: Bool

  init(_ bytes: [UInt8], source: String, passesOverCode: Bool = false) {
    self.bytes = PickleBytes(bytes)
    self.source = source
    self.passesOverCode = passesOverCode
  }

  /// Whether anything was made so far.
  var hasData: Bool { objects.count > 3 }

  /// Runs to the end.
  ///
  /// - Returns: The place of what was pickled among the objects.
  mutating func run() throws(PickleFault) -> Int {
    while true {
      place = bytes.offset
      let operation = try bytes.byte()
      if operation == UInt8(ascii: ".") { return try pop() }
      try run(operation)
      guard stack.count <= Self.most, objects.count <= Self.most, memo.count <= Self.most,
        marks.count <= Self.most
      else { throw .tooLarge(at: place) }
    }
  }

  private mutating func run(_ operation: UInt8) throws(PickleFault) {
    switch operation {
    case 0x80: _ = try bytes.byte()
    case 0x95: _ = try bytes.take(8)
    case UInt8(ascii: "("): marks.append(stack.count)
    case UInt8(ascii: "0"): _ = try pop()
    case UInt8(ascii: "1"): _ = try popToMark()
    case UInt8(ascii: "2"): stack.append(try top())
    case UInt8(ascii: "N"): stack.append(0)
    case 0x88: stack.append(2)
    case 0x89: stack.append(1)
    case UInt8(ascii: "]"): push(.list([]))
    case UInt8(ascii: "}"): push(.dictionary([]))
    case UInt8(ascii: ")"): push(.tuple([]))
    case UInt8(ascii: "l"): push(.list(try popToMark()))
    case UInt8(ascii: "t"): push(.tuple(try popToMark()))
    case 0x85...0x87: push(.tuple(try pop(Int(operation) - 0x84)))
    case UInt8(ascii: "d"): push(.dictionary(try pairs(try popToMark())))
    case UInt8(ascii: "a"): try append([try pop()])
    case UInt8(ascii: "e"): try append(try popToMark())
    case UInt8(ascii: "s"): try set(try pop(2))
    case UInt8(ascii: "u"): try set(try popToMark())
    case 0x94: memo[memo.count] = try top()
    case UInt8(ascii: "p"): memo[try memoName()] = try top()
    case UInt8(ascii: "q"): memo[try bytes.count(1)] = try top()
    case UInt8(ascii: "r"): memo[try bytes.count(4)] = try top()
    case UInt8(ascii: "g"): try recall(try memoName())
    case UInt8(ascii: "h"): try recall(try bytes.count(1))
    case UInt8(ascii: "j"): try recall(try bytes.count(4))
    case UInt8(ascii: "c"):
      let module = String(decoding: try bytes.line(), as: UTF8.self)
      try pushGlobal(module, String(decoding: try bytes.line(), as: UTF8.self))
    case 0x93:
      let names = try pop(2).map { text(of: $0) ?? "" }
      try pushGlobal(names[0], names[1])
    case UInt8(ascii: "R"):
      let call = try pop(2)
      let result = try orCode { () throws(PickleFault) in
        try reduced(objects[call[0]], try elements(call[1]))
      }
      push(result)
    case UInt8(ascii: "b"):
      let state = try pop()
      let target = try top()
      do {
        try build(target, state)
      } catch {
        // Attributes of a dictionary, say, are none of its members.
        guard passesOverCode else { throw error }
      }
    default:
      if passesOverCode, try passOver(operation) { return }
      push(try literal(operation))
    }
  }

  /// A number, a text or bytes that stand in the pickle themselves.
  private mutating func literal(_ operation: UInt8) throws(PickleFault) -> PickleObject {
    switch operation {
    case UInt8(ascii: "I"), UInt8(ascii: "L"), UInt8(ascii: "F"): .number(try bytes.digits())
    case UInt8(ascii: "J"): .number(try bytes.integer(4))
    case UInt8(ascii: "K"): .number(Double(try bytes.count(1)))
    case UInt8(ascii: "M"): .number(Double(try bytes.count(2)))
    case 0x8A: .number(try bytes.integer(try bytes.count(1)))
    case 0x8B: .number(try bytes.integer(try bytes.count(4)))
    case UInt8(ascii: "G"): .number(try bytes.double())
    case UInt8(ascii: "V"): .text(try bytes.escapedText())
    case UInt8(ascii: "X"): .text(try bytes.text(4))
    case 0x8C: .text(try bytes.text(1))
    case 0x8D: .text(try bytes.text(8))
    // The texts of Python 2 are the bytes of Python 3.
    case UInt8(ascii: "S"): .bytes(try bytes.quoted())
    case UInt8(ascii: "T"), UInt8(ascii: "B"): .bytes(Array(try bytes.counted(4)))
    case UInt8(ascii: "U"), UInt8(ascii: "C"): .bytes(Array(try bytes.counted(1)))
    case 0x8E, 0x96: .bytes(Array(try bytes.counted(8)))
    default: throw .unknown(operation: operation, at: place)
    }
  }

  // MARK: The stack

  private mutating func push(_ object: PickleObject) {
    stack.append(objects.count)
    objects.append(object)
  }

  private func top() throws(PickleFault) -> Int {
    guard let last = stack.last, stack.count > marks.last ?? 0 else { throw underflow }
    return last
  }

  private mutating func pop() throws(PickleFault) -> Int {
    let last = try top()
    stack.removeLast()
    return last
  }

  private mutating func pop(_ count: Int) throws(PickleFault) -> [Int] {
    guard stack.count - (marks.last ?? 0) >= count else { throw underflow }
    defer { stack.removeLast(count) }
    return stack.suffix(count)
  }

  private mutating func popToMark() throws(PickleFault) -> [Int] {
    guard let mark = marks.popLast() else { throw underflow }
    defer { stack.removeSubrange(mark...) }
    return Array(stack[mark...])
  }

  private var underflow: PickleFault { .malformed("takes more from the stack than is on it", at: place) }

  private mutating func memoName() throws(PickleFault) -> Int {
    guard let name = Int(exactly: try bytes.digits()) else {
      throw .malformed("names nothing in the memo", at: place)
    }
    return name
  }

  private mutating func recall(_ name: Int) throws(PickleFault) {
    guard let object = memo[name] else { throw .malformed("asks for what the memo does not hold", at: place) }
    stack.append(object)
  }

  private mutating func pushGlobal(_ module: String, _ name: String) throws(PickleFault) {
    let object = try orCode { () throws(PickleFault) in
      guard let global = PickleGlobal(module: module, name: name) else {
        throw .foreign("\(module).\(name)", at: place)
      }
      return .global(global)
    }
    push(object)
  }

  // MARK: Code

  /// What is made of data; what is not is an error, or passed over.
  private func orCode(_ make: () throws(PickleFault) -> PickleObject) throws(PickleFault) -> PickleObject {
    do {
      return try make()
    } catch {
      guard passesOverCode else { throw error }
      return .code
    }
  }

  /// Runs an operation of objects, sets and what is stored elsewhere, of which nothing is made.
  ///
  /// - Returns: Whether it is one.
  private mutating func passOver(_ operation: UInt8) throws(PickleFault) -> Bool {
    switch operation {
    case UInt8(ascii: "P"): _ = try bytes.line()
    case UInt8(ascii: "Q"): _ = try pop()
    case 0x81: _ = try pop(2)
    case 0x92: _ = try pop(3)
    case 0x8F: break
    case 0x90:
      _ = try popToMark()
      return true
    case 0x91: _ = try popToMark()
    default: return false
    }
    push(.code)
    return true
  }

  // MARK: Lists and dictionaries

  private mutating func append(_ added: [Int]) throws(PickleFault) {
    let place = try top()
    guard case .list(var elements) = objects[place] else {
      if passesOverCode { return }
      throw .malformed("appends to what is no list", at: self.place)
    }
    // Taken out of the list of objects, the elements are not copied.
    objects[place] = .none
    elements += added
    objects[place] = .list(elements)
  }

  private mutating func set(_ added: [Int]) throws(PickleFault) {
    let place = try top()
    guard case .dictionary(var members) = objects[place] else {
      if passesOverCode { return }
      throw .malformed("sets a key of what is no dictionary", at: self.place)
    }
    objects[place] = .none
    members += try pairs(added)
    objects[place] = .dictionary(members)
  }

  private func pairs(_ places: [Int]) throws(PickleFault) -> [(key: Int, value: Int)] {
    guard places.count.isMultiple(of: 2) else { throw .malformed("holds a key without a value", at: place) }
    return stride(from: 0, to: places.count, by: 2).map { (places[$0], places[$0 + 1]) }
  }
}
