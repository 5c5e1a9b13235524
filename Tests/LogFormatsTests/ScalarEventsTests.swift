import Testing

@testable import LogFormats

struct ScalarEventsTests {
  /// Tensors by their bytes on the wire, with the number that they hold.
  static let tensors: [(bytes: [UInt8], value: Double)] = [
    // TensorFlow: type, empty shape, raw bytes.
    ([0x08, 1, 0x12, 0, 0x22, 4, 0, 0, 0xC0, 0x3F], 1.5),
    ([0x08, 2, 0x22, 8, 0, 0, 0, 0, 0, 0, 0xF8, 0x3F], 1.5),
    ([0x08, 3, 0x22, 4, 0xFE, 0xFF, 0xFF, 0xFF], -2),
    ([0x08, 9, 0x22, 8, 7, 0, 0, 0, 0, 0, 0, 0], 7),
    ([0x08, 14, 0x22, 2, 0xC0, 0x3F], 1.5),
    ([0x08, 19, 0x22, 2, 0x00, 0x3E], 1.5),
    ([0x08, 19, 0x22, 2, 0x01, 0x00], 0x1p-24),
    ([0x08, 19, 0x22, 2, 0x00, 0xFC], -.infinity),
    // PyTorch: a list, packed; then the same, unpacked.
    ([0x08, 1, 0x2A, 4, 0, 0, 0xC0, 0x3F], 1.5),
    ([0x08, 1, 0x2D, 0, 0, 0xC0, 0x3F], 1.5),
    ([0x08, 2, 0x32, 8, 0, 0, 0, 0, 0, 0, 0xF8, 0x3F], 1.5),
    ([0x08, 2, 0x31, 0, 0, 0, 0, 0, 0, 0xF8, 0x3F], 1.5),
    ([0x08, 3, 0x3A, 1, 5], 5), ([0x08, 3, 0x38, 5], 5),
    ([0x08, 9, 0x52, 1, 5], 5), ([0x08, 10, 0x5A, 1, 1], 1),
    ([0x08, 14, 0x6A, 3, 0xC0, 0xFF, 0x00], Double(Float(bitPattern: 0x3FC0_0000))),
    ([0x08, 19, 0x68, 0x80, 0x7C], 1.5),
    // The shape [1, 1] is one number, too.
    ([0x08, 1, 0x12, 8, 0x12, 2, 0x08, 1, 0x12, 2, 0x08, 1, 0x22, 4, 0, 0, 0xC0, 0x3F], 1.5),
  ]

  @Test(arguments: tensors.indices)
  func `every way to write a number is read`(index: Int) throws {
    let (bytes, value) = Self.tensors[index]
    guard case .scalars(let scalars, let step) = content(tensor: bytes, plugin: "scalars") else {
      Issue.record("no scalar in \(bytes)")
      return
    }
    #expect(step == 3)
    #expect(scalars.map(\.tag) == ["loss"])
    #expect(abs((scalars.first?.value ?? .nan) - value) < 0.01 || scalars.first?.value == value)
  }

  @Test(
    arguments: [
      // Several elements, a text, a size that does not fit, an unknown type.
      [0x08, 1, 0x12, 4, 0x12, 2, 0x08, 2, 0x22, 4, 0, 0, 0xC0, 0x3F], [0x08, 7, 0x42, 1, 0x61],
      [0x08, 1, 0x22, 2, 0, 0], [0x08, 99, 0x22, 4, 0, 0, 0, 0], [0x08, 1],
    ] as [[UInt8]])
  func `what is no single number is no scalar`(bytes: [UInt8]) {
    guard case .other = content(tensor: bytes, plugin: "scalars") else {
      Issue.record("a scalar in \(bytes)")
      return
    }
  }

  @Test func `a tensor of another plugin is no scalar`() {
    guard case .other = content(tensor: Self.tensors[0].bytes, plugin: "histograms") else {
      Issue.record("a scalar of a histogram")
      return
    }
  }

  @Test func `the plugin of a tag is remembered`() throws {
    var events = ScalarEvents()
    #expect(scalars(events.content(of: event(tensor: Self.tensors[0].bytes, plugin: "scalars"))) == 1)
    #expect(scalars(events.content(of: event(tensor: Self.tensors[0].bytes, plugin: nil))) == 1)
    var others = ScalarEvents()
    #expect(scalars(others.content(of: event(tensor: Self.tensors[0].bytes, plugin: nil))) == 0)
  }

  @Test func `a zero counts, and a step that is not written is 0`() {
    var events = ScalarEvents()
    let value: [UInt8] = [0x0A, 1, 0x61, 0x15, 0, 0, 0, 0]
    let summary: [UInt8] = [0x0A, UInt8(value.count)] + value
    let content = events.content(of: [0x2A, UInt8(summary.count)] + summary)
    guard case .scalars(let scalars, let step) = content else {
      Issue.record("no scalar")
      return
    }
    #expect(scalars.map(\.value) == [0])
    #expect(step == 0)
  }

  @Test(arguments: [[0xFF], [0x2A, 0x7F], [0x0B, 0x0B, 0x0B], [0x2A, 3, 0x0A, 9, 0x0A]] as [[UInt8]])
  func `bytes that are no event are told`(bytes: [UInt8]) {
    var events = ScalarEvents()
    guard case .unreadable = events.content(of: bytes) else {
      Issue.record("an event in \(bytes)")
      return
    }
  }

  private func content(tensor: [UInt8], plugin: String?) -> ScalarEvents.Content {
    var events = ScalarEvents()
    return events.content(of: event(tensor: tensor, plugin: plugin))
  }

  private func scalars(_ content: ScalarEvents.Content) -> Int {
    if case .scalars(let scalars, _) = content { scalars.count } else { 0 }
  }

  /// An event at step 3 with one value of the tag `loss`.
  private func event(tensor: [UInt8], plugin: String?) -> [UInt8] {
    func field(_ number: UInt8, _ data: [UInt8]) -> [UInt8] { [number << 3 | 2, UInt8(data.count)] + data }
    let metadata = plugin.map { field(9, field(1, field(1, Array($0.utf8)))) } ?? []
    let value = field(1, Array("loss".utf8)) + metadata + field(8, tensor)
    return [0x10, 3] + field(5, field(1, value))
  }
}
