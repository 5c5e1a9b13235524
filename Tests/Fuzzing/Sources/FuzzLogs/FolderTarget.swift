import Foundation

/// Reads an input as a folder of several files: each stands behind a line `>>> PATH`.
struct FolderTarget: FuzzTarget {
  static let mark = Array(">>> ".utf8)
  private static let mostFiles = 16

  func read(_ input: UnsafeBufferPointer<UInt8>) {
    let root = ScratchFolder.path + "/run"
    defer { try? FileManager.default.removeItem(atPath: root) }
    try? FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    for (name, content) in Self.files(in: input[...]) {
      guard let path = Self.path(name) else { continue }
      let file = URL(filePath: root + "/" + path)
      try? FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      // A name that a folder has already, or that is too long, is no file.
      try? Data(content).write(to: file)
    }
    Promise.read(root, size: input.count, growth: 2)
  }

  /// The files of an input, with the bytes of their paths.
  private static func files(
    in input: Slice<UnsafeBufferPointer<UInt8>>
  ) -> [(name: Slice<UnsafeBufferPointer<UInt8>>, content: Slice<UnsafeBufferPointer<UInt8>>)] {
    var files: [(name: Slice<UnsafeBufferPointer<UInt8>>, content: Slice<UnsafeBufferPointer<UInt8>>)] = []
    var rest = input
    while files.count < mostFiles, rest.starts(with: mark) {
      let name = rest.dropFirst(mark.count).prefix { $0 != 0x0A }
      let content = rest[name.endIndex...].dropFirst()
      let end = nextMark(in: content)
      files.append((name, content[..<end]))
      rest = content[end...]
    }
    return files
  }

  /// Where the next file begins: at a mark that begins a line.
  private static func nextMark(in content: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var index = content.startIndex
    while let place = content[index...].firstIndex(of: mark[0]) {
      let beginsLine = place == content.startIndex || content[place - 1] == 0x0A
      if beginsLine, content[place...].starts(with: mark) { return place }
      index = place + 1
    }
    return content.endIndex
  }

  /// A path within the folder; `nil` for one that leads out of it.
  private static func path(_ name: some Collection<UInt8>) -> String? {
    let parts = String(decoding: name, as: UTF8.self).split(separator: "/")
    guard !parts.isEmpty, parts.count <= 8, !parts.contains(".."), !parts.contains("."),
      !parts.contains(where: { $0.contains("\0") })
    else { return nil }
    return parts.joined(separator: "/")
  }
}
