/// The formats that are read, recognised by how their files begin.
enum ImageFormat {
  case jpeg
  case png

  static let expected = "a JPEG or PNG image"

  /// The most bytes that recognition looks at.
  static let headSize = 64

  init?(head: some Sequence<UInt8>) {
    if head.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else {
      return nil
    }
  }

  /// What a file that is not recognised seems to be, for a message.
  static func guess(head: ArraySlice<UInt8>) -> String {
    let known: [(name: String, offset: Int, text: String)] = [
      ("a GIF image", 0, "GIF8"), ("a WebP image", 8, "WEBP"), ("a BMP image", 0, "BM"),
      ("a TIFF image", 0, "II*"), ("a TIFF image", 0, "MM\0*"), ("an HEIF or AVIF image", 4, "ftyp"),
    ]
    for (name, offset, text) in known where head.dropFirst(offset).starts(with: text.utf8) { return name }
    let isText = head.allSatisfy { byte in byte >= 0x20 && byte != 0x7F || (0x09...0x0D).contains(byte) }
    if isText { return "text" }
    let digits = Array("0123456789ABCDEF")
    let bytes = head.prefix(8).map { "\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }
    return "the bytes " + bytes.joined(separator: " ")
  }
}
