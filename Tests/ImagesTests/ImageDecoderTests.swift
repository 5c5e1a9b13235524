import Images
import Synchronization
import TestSupport
import Testing

@Suite struct ImageDecoderTests {
  let size = ImageSize(width: 6, height: 5)
  let names = ["rgb.png", "baseline.jpg", "gray.png", "large.jpg", "cmyk.jpg", "rgba.png", "palette.png"]

  func paths(_ names: [String]) -> [String] { names.map { Fixtures.path("images/" + $0) } }

  @Test(arguments: [1, 2, 3, 16], Image.Channels.allCases)
  func `each image as it is read alone, in order`(workers: Int, channels: Image.Channels) throws {
    let paths = paths(names + names.reversed())
    let pixels = try ImageDecoder.decode(paths, size: size, channels: channels, workers: workers)
    let expected = try paths.map { try Image(contentsOf: $0, channels: channels, resizedTo: size).pixels }
    #expect(pixels == expected.flatMap(\.self))
  }

  @Test func `no images are no work`() throws {
    #expect(try ImageDecoder.decode([], size: size).isEmpty)
  }

  @Test func `progress counts every image once`() throws {
    let calls = Mutex<[[Int]]>([])
    _ = try ImageDecoder.decode(paths(names), size: size, workers: 3) { done, total in
      calls.withLock { $0.append([done, total]) }
    }
    #expect(calls.withLock(\.self) == (1...7).map { [$0, 7] })
  }

  @Test(arguments: [1, 4]) func `bad files are all counted, the first ones named in order`(
    workers: Int
  ) throws {
    let bad = ["truncated.jpg", "text.jpg", "missing.png"]
    let names = names + bad + names + Array(repeating: "damaged.png", count: 12)
    let done = Mutex(0)
    let error = #expect(throws: ImageBatchError.self) {
      try ImageDecoder.decode(paths(names), size: size, workers: workers) { count, _ in
        done.withLock { $0 = count }
      }
    }
    let failures = try #require(error)
    #expect(failures.failureCount == 15)
    #expect(failures.imageCount == names.count)
    #expect(failures.failures.map(\.path).prefix(4) == paths(bad + ["damaged.png"])[...])
    #expect(failures.failures.count == ImageBatchError.mostFailures)
    #expect(failures.description.contains("15 of 29 images could not be read:"))
    #expect(failures.description.hasSuffix("and 5 more"))
    #expect(done.withLock(\.self) == names.count)
  }
}
