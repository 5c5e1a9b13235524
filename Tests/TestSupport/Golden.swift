import Foundation
import Testing

/// Compares a text with a file of the `Goldens` folder beside a test.
///
/// A file that does not exist is written, and the test fails: look at it before it is committed.
public func expectGolden(
  _ text: String, _ name: String, testFile: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(filePath: testFile).deletingLastPathComponent().appending(path: "Goldens")
  let file = folder.appending(path: name)
  guard let golden = try? String(contentsOf: file, encoding: .utf8) else {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("Goldens/\(name) did not exist and was written", sourceLocation: sourceLocation)
    return
  }
  #expect(
    text == golden, "differs from Goldens/\(name); delete that file and run again if the new text is right",
    sourceLocation: sourceLocation)
}
