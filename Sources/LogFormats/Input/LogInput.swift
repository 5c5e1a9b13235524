import Files
import RunRecords
import Texts

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of a log, read once from front to back through a window of fixed size.
///
/// Gzip is unpacked, a byte order mark is taken away, and UTF-16 and Windows-1252 are turned into UTF-8.
public final class LogInput {
  /// The name for people: the last part of the path.
  public let name: String
  /// The path or stream as the user named it, for messages.
  public let source: String
  /// The file that the log is in, for formats that are not read from front to back; `nil` for a stream, bytes in
  /// memory and packed files.
  public private(set) var path: String?
  /// What the log can be read anew from: a file, packed or not, or bytes in memory; `nil` for a stream.
  private(set) var reopenable: ReopenableLog?
  /// The beginning of the log.
  public private(set) var head: LogHead
  /// What was repaired while the bytes were read.
  private(set) var notes: [RunNote] = []

  private enum Origin {
    case file(OpenFile, isOwned: Bool)
    case bytes([UInt8], position: Int)
  }

  private var origin: Origin
  private enum Encoding {
    case utf16(UTF16Transcoder)
    case windows1252
  }

  /// How the text is encoded, where that is not UTF-8.
  private var encoding: Encoding?
  private var transcoded: [UInt8] = []
  private var gzip: GzipStream?
  private var unpackedCount = 0

  private var buffer: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var start = 0
  private var end = 0
  /// Whether the window reaches to the end of the log.
  private(set) var isAtEnd = false

  private static let windowSize = 256 * 1024
  private static let headSize = 64 * 1024
  /// The most bytes that are unpacked from one archive.
  private static let mostUnpacked = 64 << 30
  /// The longest line that is read.
  static let longestLine = 16 * 1024 * 1024

  /// Opens a file.
  ///
  /// - Throws: ``LogError`` `notFound` or `unreadable`.
  public convenience init(path: String) throws(LogError) {
    let file: OpenFile
    do {
      file = try OpenFile(path, O_RDONLY)
    } catch {
      throw LogError(.opening(path, error), source: path)
    }
    if let status = try? file.status(), status.st_mode & S_IFMT == S_IFDIR {
      close(file.descriptor)
      throw LogError(.folder, source: path)
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    try self.init(name: name, source: path, origin: .file(file, isOwned: true))
    if gzip == nil {
      self.path = path
      head.path = path
    }
    reopenable = .file(path)
  }

  /// Reads from a descriptor that stays open.
  public convenience init(descriptor: Int32, name: String) throws(LogError) {
    try self.init(name: name, source: name, origin: .file(OpenFile(descriptor: descriptor), isOwned: false))
  }

  /// Reads bytes in memory.
  public convenience init(bytes: [UInt8], name: String) throws(LogError) {
    try self.init(name: name, source: name, origin: .bytes(bytes, position: 0))
    reopenable = .bytes(bytes, name: name)
  }

  private init(name: String, source: String, origin: Origin) throws(LogError) {
    let isPacked = name.hasSuffix(".gz") && name.count > 3
    self.name = PrintableText.clean(isPacked ? String(name.dropLast(3)) : name)
    self.source = PrintableText.path(source)
    self.origin = origin
    capacity =
      if case .bytes(let bytes, _) = origin { min(bytes.count + 1, Self.windowSize) } else { Self.windowSize }
    buffer = .allocate(capacity: capacity)
    head = LogHead(name: self.name, bytes: [], isWhole: true)
    try readHead()
  }

  deinit {
    buffer.deallocate()
    if case .file(let file, isOwned: true) = origin { close(file.descriptor) }
  }

  /// The bytes that were read and not yet consumed.
  var window: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: buffer + start, count: end - start)
  }

  /// Every byte that is left, for formats that must be held as a whole.
  ///
  /// - Throws: ``LogError`` `malformed` if there are more than `most`.
  func rest(upTo most: Int) throws(LogError) -> [UInt8] {
    guard let bytes = try restIfHeld(upTo: most) else {
      throw LogError(
        .malformed, source: source, "the file is larger than \(most >> 20) MiB",
        advice: "A log of this format is held in memory as a whole; write a smaller one, or CSV.")
    }
    return bytes
  }

  /// Every byte that is left; `nil`, and none of them consumed, where there are more than can be held.
  func restIfHeld(upTo most: Int) throws(LogError) -> [UInt8]? {
    while !isAtEnd, window.count <= most { try extend() }
    guard window.count <= most else { return nil }
    let bytes = Array(window)
    consume(bytes.count)
    return bytes
  }

  /// Drops bytes from the front of the window.
  func consume(_ count: Int) {
    start += count
  }

  /// Reads more bytes to the end of the window, which may move and grow.
  ///
  /// - Throws: ``LogError`` on an I/O error.
  func extend() throws(LogError) {
    guard !isAtEnd else { return }
    if start > 0 {
      buffer.update(from: buffer + start, count: end - start)
      end -= start
      start = 0
    }
    if end == capacity { grow(to: capacity * 2) }
    if encoding != nil {
      try extendByTranscoding()
    } else {
      let count = try readRaw(into: UnsafeMutableRawBufferPointer(start: buffer + end, count: capacity - end))
      end += count
      isAtEnd = count == 0
    }
  }

  private func grow(to newCapacity: Int) {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: newCapacity)
    larger.update(from: buffer, count: end)
    buffer.deallocate()
    buffer = larger
    capacity = newCapacity
  }

  private func readHead() throws(LogError) {
    while end < 4, !isAtEnd { try extend() }
    if window.starts(with: GzipStream.signature) {
      gzip = GzipStream(begin: window)
      start = 0
      end = 0
      isAtEnd = false
      while end < 4, !isAtEnd { try extend() }
    }
    stripMark()
    while end - start < Self.headSize, !isAtEnd { try extend() }
    if encoding == nil, Windows1252.isUsed(in: window) {
      encoding = .windows1252
      notes.append(RunNote(.interpretation, "The text is not UTF-8: it is read as Windows-1252."))
      transcodeWindow(from: 0)
    }
    let bytes = Array(window.prefix(Self.headSize))
    head = LogHead(name: name, bytes: bytes, isWhole: isAtEnd && window.count <= Self.headSize)
  }

  private func stripMark() {
    if window.starts(with: [0xEF, 0xBB, 0xBF]) {
      consume(3)
    } else if window.starts(with: [0xFF, 0xFE]) || window.starts(with: [0xFE, 0xFF]) {
      encoding = .utf16(UTF16Transcoder(isBigEndian: window.first == 0xFE))
      transcodeWindow(from: 2)
    }
  }

  /// Transcodes what was read before the encoding was known.
  private func transcodeWindow(from offset: Int) {
    transcode(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(window)[offset...]))
    start = 0
    end = 0
    takeTranscoded()
  }

  private func transcode(_ piece: UnsafeRawBufferPointer) {
    switch encoding {
    case .utf16(var transcoder):
      transcoder.append(piece, to: &transcoded)
      encoding = .utf16(transcoder)
    case .windows1252: Windows1252.append(piece, to: &transcoded)
    case nil: transcoded += piece
    }
  }

  private func extendByTranscoding() throws(LogError) {
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 * 1024, alignment: 1)
    defer { piece.deallocate() }
    let count = try readRaw(into: piece)
    isAtEnd = count == 0
    transcode(UnsafeRawBufferPointer(rebasing: piece[..<count]))
    takeTranscoded()
  }

  private func takeTranscoded() {
    while capacity - end < transcoded.count { grow(to: capacity * 2) }
    (buffer + end).update(from: transcoded, count: transcoded.count)
    end += transcoded.count
    transcoded.removeAll(keepingCapacity: true)
  }

  /// Reads bytes as they are once unpacked; 0 at the end.
  private func readRaw(into target: UnsafeMutableRawBufferPointer) throws(LogError) -> Int {
    guard
      let outcome = try gzip?.read(
        into: target,
        readPacked: { (target) throws(LogError) in
          try self.readStored(into: target)
        })
    else { return try readStored(into: target) }
    switch outcome {
    case .unpacked(let count):
      unpackedCount += count
      guard unpackedCount <= Self.mostUnpacked else {
        throw LogError(
          .malformed, source: source, "the archive unpacks to more than \(Self.mostUnpacked >> 30) GiB",
          advice: "Unpack it and name the log in it.")
      }
      return count
    case .ended: return 0
    case .cutOff where unpackedCount == 0:
      throw LogError(
        .malformed, source: source, "the gzip archive ends before anything could be unpacked",
        advice: "Pack the log again.")
    case .cutOff:
      notes.append(
        RunNote(.droppedRows, "The gzip archive is cut off: what was unpacked before its end is read."))
      return 0
    case .damaged:
      throw LogError(
        .malformed, source: source, "the gzip archive is damaged behind \(unpackedCount) unpacked bytes",
        advice: "Pack it again, or unpack what is whole: gzip -dc FILE > run.log")
    }
  }

  /// Reads bytes as they are stored; 0 at the end.
  private func readStored(into target: UnsafeMutableRawBufferPointer) throws(LogError) -> Int {
    switch origin {
    case .bytes(let bytes, let position):
      let count = min(target.count, bytes.count - position)
      bytes.withUnsafeBytes {
        target.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count]))
      }
      origin = .bytes(bytes, position: position + count)
      return count
    case .file(let file, _):
      do {
        return try file.readSome(into: target)
      } catch {
        throw LogError(.reading(error), source: source)
      }
    }
  }
}
