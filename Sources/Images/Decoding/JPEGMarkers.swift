/// Looks at the segments in front of a JPEG file's picture (ITU-T T.81, Annex B).
enum JPEGMarkers {
  /// Whether the file has Adobe's segment; its presence says that four inks are stored inverted.
  static func haveAdobeMarker(_ file: [UInt8]) -> Bool {
    let startOfScan: UInt8 = 0xDA
    let adobe: UInt8 = 0xEE
    var place = 2
    while place + 4 <= file.count, file[place] == 0xFF {
      let marker = file[place + 1]
      if marker == 0xFF {
        // A byte of filling.
        place += 1
        continue
      }
      if marker == startOfScan { return false }
      if marker == adobe, file[(place + 4)...].starts(with: "Adobe".utf8) { return true }
      let length = Int(file[place + 2]) << 8 | Int(file[place + 3])
      place += 2 + length
    }
    return false
  }
}
