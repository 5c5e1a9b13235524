import Drawing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What Cairo cannot write into a PDF file, appended to it as an update (ISO 32000-1, section 7.5.6): the text that
/// stands for each figure, the language, and a well-formed date.
struct PDFUpdate {
  private let file: [UInt8]
  private var update: [UInt8] = []
  private var offsets: [(number: Int, offset: Int)] = []

  /// - Parameter file: A whole PDF file.
  init(_ file: [UInt8]) {
    self.file = file
  }

  /// The file with its update.
  ///
  /// A file that is not built as Cairo 1.16 builds one is returned as it is.
  /// - Parameter alternatives: The texts of all figures, in the order they were drawn.
  func applied(alternatives: [String]) -> [UInt8] {
    var updated = self
    let figures = objects(beginning: "<< /Type /StructElem\n   /S /Figure\n")
    let catalogs = objects(beginning: "<< /Type /Catalog\n")
    guard figures.count == alternatives.count, let catalog = catalogs.last,
      let trailerStart = lastPosition(of: "\ntrailer\n"), let tableStart = lastPosition(of: "\nstartxref\n")
    else { return file }
    for (figure, alternative) in zip(figures, alternatives) {
      updated.append(figure, entry: "/Alt \(Self.string(alternative))")
    }
    // Reports are written in English; a reader's program shows their title instead of a file name.
    updated.append(catalog, entry: "/Lang (en)\n   /ViewerPreferences << /DisplayDocTitle true >>")
    for info in objects(beginning: "<< /Producer (") { updated.appendDated(info) }

    let trailer = String(decoding: file[trailerStart..<tableStart], as: UTF8.self)
    let table = String(decoding: file[tableStart...].dropFirst(11).prefix { $0 != 0x0A }, as: UTF8.self)
    let start = file.count + updated.update.count
    updated.append("xref\n")
    for (number, offset) in updated.offsets {
      let digits = String(offset)
      updated.append(
        "\(number) 1\n" + String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n")
    }
    updated.append(String(trailer.dropFirst()).replacingFirst("<< ", with: "<< /Prev \(table)\n   "))
    updated.append("\nstartxref\n\(start)\n%%EOF\n")
    return file + updated.update
  }

  private struct Object {
    var number: Int
    var text: String
  }

  /// Appends an object with an entry more.
  private mutating func append(_ object: Object, entry: String) {
    append(object, text: object.text.replacingFirst("<< ", with: "<< \(entry)\n   "))
  }

  /// Appends the document's information with its date as the standard wants it, which Cairo 1.16 does not.
  private mutating func appendDated(_ object: Object) {
    let text = object.text.replacingFirst("/CreationDate (2", with: "/CreationDate (D:2")
    if text != object.text { append(object, text: text) }
  }

  private mutating func append(_ object: Object, text: String) {
    offsets.append((object.number, file.count + update.count))
    append("\(object.number) 0 obj\n\(text)\nendobj\n")
  }

  private mutating func append(_ text: String) {
    update += Array(text.utf8)
  }

  /// The objects of the file whose dictionary begins with a text, in the order of the file.
  private func objects(beginning text: String) -> [Object] {
    let pattern = Array((" 0 obj\n" + text).utf8)
    let ends = positions(of: Array("\nendobj\n".utf8))
    return positions(of: pattern).compactMap { position in
      let digits = file[..<position].reversed().prefix { (0x30...0x39).contains($0) }
      guard let number = Int(String(decoding: digits.reversed(), as: UTF8.self)),
        let end = ends.first(where: { $0 > position })
      else { return nil }
      return Object(number: number, text: String(decoding: file[(position + 7)..<end], as: UTF8.self))
    }
  }

  private func lastPosition(of text: String) -> Int? {
    positions(of: Array(text.utf8)).last
  }

  private func positions(of pattern: [UInt8]) -> [Int] {
    file.withUnsafeBytes { file in
      var positions: [Int] = []
      guard let start = file.baseAddress, let first = pattern.first else { return positions }
      var rest = start
      while let found = memchr(rest, Int32(first), start + file.count - rest) {
        let position = UnsafeRawPointer(found) - start
        if position + pattern.count <= file.count, memcmp(found, pattern, pattern.count) == 0 {
          positions.append(position)
        }
        rest = UnsafeRawPointer(found) + 1
      }
      return positions
    }
  }

  /// A text as PDF has it: UTF-16 in hexadecimal digits.
  private static func string(_ text: String) -> String {
    let units = text.singleLine.utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: true)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }
    return "<FEFF" + units.joined() + ">"
  }
}

extension String {
  fileprivate func replacingFirst(_ text: String, with replacement: String) -> String {
    guard let range = firstRange(of: text) else { return self }
    return self[..<range.lowerBound] + replacement + self[range.upperBound...]
  }
}
