import LogFormats
import RunRecords
import TestSupport

/// An example of a card as a log that can be read.
struct ExampleLog {
  private let example: FormatExample
  private let scratch: ScratchFolder

  init(_ example: FormatExample) throws {
    self.example = example
    scratch = try ScratchFolder()
    if case .folder(let files) = example.content {
      for file in files { try scratch.write(file.bytes, to: "\(example.fileName)/\(file.path)") }
    }
  }

  func read() throws -> RunRecord {
    switch example.content {
    case .bytes(let bytes): try FormatShelf.standard.read(bytes: bytes, name: example.fileName)
    case .folder, .database: try FormatShelf.standard.read(path: scratch(example.fileName))
    }
  }

  /// The message as on any machine.
  func message(of error: LogError) -> String {
    error.description.replacing(scratch.path + "/", with: "")
  }
}
