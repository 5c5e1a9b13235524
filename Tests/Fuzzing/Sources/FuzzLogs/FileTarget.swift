import Foundation

/// Reads an input as a file, by the entry point of the command.
struct FileTarget: FuzzTarget {
  private let paths: [String]
  private let growth: Int

  init(names: [String], growth: Int) {
    paths = names.map { ScratchFolder.path + "/" + $0 }
    self.growth = growth
  }

  func read(_ input: UnsafeBufferPointer<UInt8>) {
    guard let first = input.first else { return }
    let path = paths[Int(first) % paths.count]
    ScratchFolder.write(input.dropFirst(), to: path)
    Promise.read(path, size: input.count, growth: growth)
    unlink(path)
  }
}

/// The folder in which inputs lie while they are read; best one in memory.
enum ScratchFolder {
  static let path: String = {
    let path = FuzzLogs.variable("FUZZ_SCRATCH")
    guard !path.isEmpty else { FuzzLogs.refuse("FUZZ_SCRATCH names no folder") }
    return path
  }()

  static func write(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, to path: String) {
    let file = open(path, O_CREAT | O_WRONLY | O_TRUNC, 0o600)
    guard file >= 0 else { FuzzLogs.refuse("\(path) cannot be written") }
    let bytes = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes))
    guard Foundation.write(file, bytes.baseAddress, bytes.count) == bytes.count else {
      FuzzLogs.refuse("\(path) cannot be written")
    }
    close(file)
  }
}
