import Foundation
import Images
import TestSupport
import Testing

@Suite struct DamagedImageTests {
  func failure(of path: String) -> ImageError? {
    do throws(ImageError) {
      _ = try Image(contentsOf: path)
      return nil
    } catch {
      return error
    }
  }

  func bytes(_ name: String) throws -> [UInt8] {
    try Fixtures.bytes("images/" + name)
  }

  @Test(
    arguments: [
      ("truncated.jpg", .undecodable, "premature end"),
      ("damaged.png", .undecodable, "IDAT: "),
      ("text.jpg", .unrecognized, "found text, expected a JPEG or PNG image"),
      ("animation.png", .unrecognized, "found a GIF image"),
      ("huge.png", .tooLarge, "found 60000 x 60000 pixels"),
      ("huge.jpg", .tooLarge, "found 60000 x 60000 pixels"),
      ("missing.jpg", .notFound, "no such file"),
      (".", .unreadable, "found a folder"),
    ] as [(String, ImageError.Kind, String)])
  func `a bad file is named with the reason`(name: String, kind: ImageError.Kind, reason: String) throws {
    let path = Fixtures.path("images/" + name)
    let error = try #require(failure(of: path))
    #expect(error.kind == kind)
    #expect(error.path == path)
    #expect(error.description.hasPrefix(path + ": "))
    #expect(error.description.lowercased().contains(reason.lowercased()))
  }

  @Test func `an empty file`() throws {
    let folder = try ScratchFolder()
    #expect(failure(of: try folder.write([], to: "a.jpg"))?.kind == .empty)
  }

  @Test func `a pipe without a writer does not keep waiting`() throws {
    let folder = try ScratchFolder()
    let path = folder("pipe.jpg")
    try #require(mkfifo(path, 0o600) == 0)
    #expect(failure(of: path)?.kind == .unreadable)
  }

  @Test(arguments: ["baseline.jpg", "progressive.jpg", "cmyk.jpg", "rgb.png", "palette.png", "gray16.png"])
  func `no beginning of a file passes for the whole`(name: String) throws {
    let whole = try bytes(name)
    let folder = try ScratchFolder()
    // What follows the pixels of a PNG file, its last chunk of 12 bytes, is not missed.
    let needed = name.hasSuffix("png") ? whole.count - 12 : whole.count
    for count in stride(from: 0, to: needed, by: 41) + [needed - 1] {
      let path = try folder.write(whole.prefix(count), to: "part-\(count)")
      let error = try #require(failure(of: path), "the first \(count) bytes passed")
      #expect([.empty, .unrecognized, .undecodable].contains(error.kind))
    }
  }

  @Test func `any changed byte of a PNG's pixels is noticed`() throws {
    let whole = try bytes("gray.png")
    let folder = try ScratchFolder()
    let start = try #require(whole.indices.first { whole[$0...].starts(with: "IDAT".utf8) })
    for index in stride(from: start + 4, to: whole.count - 12, by: 37) {
      var changed = whole
      changed[index] ^= 0x10
      #expect(failure(of: try folder.write(changed, to: "changed.png"))?.kind == .undecodable)
    }
  }

  @Test(arguments: ["baseline.jpg", "progressive.jpg", "ycck.jpg", "rgba.png", "palette-transparent.png"])
  func `changed bytes never crash`(name: String) throws {
    let whole = try bytes(name)
    let folder = try ScratchFolder()
    var random = SeededGenerator(seed: 7)
    for round in 0..<60 {
      var changed = whole
      for _ in 0..<1 + round % 5 { changed[.random(in: 0..<whole.count, using: &random)] = random.next() }
      let path = try folder.write(changed, to: "changed")
      do throws(ImageError) {
        let image = try Image(contentsOf: path, resizedTo: ImageSize(square: 4))
        #expect(image.pixels.count == 48)
      } catch {
        #expect([.unrecognized, .undecodable, .tooLarge].contains(error.kind))
      }
    }
  }

  @Test func `a message does not act on the terminal`() throws {
    let folder = try ScratchFolder()
    let path = try folder.write([1, 2, 3], to: "a\u{1B}[31m\u{202E}.jpg")
    let description = try #require(failure(of: path)).description
    #expect(description.contains("a\u{FFFD}[31m\u{FFFD}.jpg"))
    #expect(description.contains("the bytes 01 02 03"))
  }
}

extension SeededGenerator {
  fileprivate mutating func next() -> UInt8 { UInt8(truncatingIfNeeded: next() as UInt64) }
}

private func + (strided: StrideTo<Int>, rest: [Int]) -> [Int] { Array(strided) + rest }
