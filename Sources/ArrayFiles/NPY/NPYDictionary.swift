import Texts

/// Reads the dictionary of a `.npy` header: Python's notation, as far as numpy writes it there.
struct NPYDictionary {
  struct Fields {
    var typeCode: String
    var isFortranOrder: Bool
    var shape: [Int]
  }

  private let text: ArraySlice<UInt8>
  /// Where the text begins in the file.
  private let offset: Int
  private let source: ByteSource
  private var position: Int

  init(text: ArraySlice<UInt8>, offset: Int, source: ByteSource) {
    self.text = text
    self.offset = offset
    self.source = source
    position = text.startIndex
  }

  mutating func read() throws(ArrayFileError) -> Fields {
    var typeCode: String?
    var isFortranOrder: Bool?
    var shape: [Int]?
    try expect("{")
    while !skip("}") {
      let keyPlace = position
      let key = try string()
      try expect(":")
      switch key {
      case "descr" where typeCode == nil: typeCode = try descriptor()
      case "fortran_order" where isFortranOrder == nil: isFortranOrder = try boolean()
      case "shape" where shape == nil: shape = try tuple()
      default:
        position = keyPlace
        throw mistake("the keys \"descr\", \"fortran_order\" and \"shape\", each once")
      }
      if !skip(",") {
        try expect("}")
        break
      }
    }
    guard peek == nil else { throw mistake("the end of the header") }
    guard let typeCode, let isFortranOrder, let shape else {
      throw mistake("the keys \"descr\", \"fortran_order\" and \"shape\"")
    }
    return Fields(typeCode: typeCode, isFortranOrder: isFortranOrder, shape: shape)
  }

  /// The next byte after blanks.
  private var peek: UInt8? {
    mutating get {
      while position < text.endIndex, text[position] == 0x20 || (0x09...0x0D).contains(text[position]) {
        position += 1
      }
      return position < text.endIndex ? text[position] : nil
    }
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(ArrayFileError) {
    guard skip(character) else { throw mistake("\"\(character)\"") }
  }

  private mutating func string() throws(ArrayFileError) -> String {
    guard let quote = peek, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
      throw mistake("a name in quotes")
    }
    let start = position + 1
    guard let end = text[start...].firstIndex(of: quote) else { throw mistake("a closing quote") }
    position = end + 1
    return String(decoding: text[start..<end], as: UTF8.self)
  }

  private mutating func descriptor() throws(ArrayFileError) -> String {
    // A list of fields, or a pair of a type and a shape.
    if let next = peek, next == UInt8(ascii: "[") || next == UInt8(ascii: "(") {
      throw source.error(
        .unsupported, at: place, "the array has a structured dtype", found: PrintableText.quoted(rest),
        expected: "one number for each element",
        advice: "Save each field as an array of its own, for instance by numpy.savez.")
    }
    return try string()
  }

  private mutating func boolean() throws(ArrayFileError) -> Bool {
    for (word, value) in [("True", true), ("False", false)] where peek != nil && rest.starts(with: word.utf8)
    {
      position += word.utf8.count
      return value
    }
    throw mistake("True or False")
  }

  private mutating func tuple() throws(ArrayFileError) -> [Int] {
    var sizes: [Int] = []
    try expect("(")
    while !skip(")") {
      sizes.append(try size())
      if !skip(",") {
        // Without a comma, brackets around one number are no tuple.
        guard sizes.count > 1 else { throw mistake("\",\"") }
        try expect(")")
        break
      }
    }
    return sizes
  }

  private mutating func size() throws(ArrayFileError) -> Int {
    _ = peek
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    guard let size = Int(String(decoding: digits, as: UTF8.self)) else {
      throw mistake("a size from 0 to \(Int.max)")
    }
    position = digits.endIndex
    // Python 2 marks long integers.
    _ = skip("L")
    return size
  }

  private var rest: ArraySlice<UInt8> { text[position...] }

  private var place: Int { offset + position - text.startIndex }

  private func mistake(_ expected: String) -> ArrayFileError {
    source.error(
      .malformed, at: place, "the header is damaged",
      found: rest.isEmpty ? "the end of the header" : PrintableText.quoted(rest.prefix(40)),
      expected: expected)
  }
}
