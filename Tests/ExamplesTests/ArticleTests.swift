import Foundation
import Testing

/// The Swift of the articles is code that these tests, or the examples, compile and run.
@Suite struct ArticleTests {
  @Test(arguments: try Article.all) func `every Swift block of an article stands in a program that runs`(
    article: Article
  ) throws {
    let programs = try Article.programs
    for block in article.blocks {
      #expect(
        programs.contains { $0.contains(block) },
        "\(article.name): not found in Tests/ExamplesTests/Articles or Sources/Examples:\n\(block.joined(separator: "\n"))"
      )
    }
  }

  @Test func `there are articles with code`() throws {
    #expect(try Article.all.count { !$0.blocks.isEmpty } >= 8)
  }
}

/// An article of the documentation of ATMLTrain.
struct Article: CustomTestStringConvertible {
  let name: String
  /// Its blocks of Swift, as lines without indentation, imports and empty lines.
  let blocks: [[String]]

  var testDescription: String { name }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static var all: [Article] {
    get throws {
      try files("Sources/ATMLTrain/ATMLTrain.docc", "md").map { file in
        let parts = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "```")
        // Between every other pair of fences stands a block, after the name of its language.
        let swift = stride(from: 1, to: parts.count, by: 2).map { parts[$0] }.filter {
          $0.hasPrefix("swift\n")
        }
        return Article(name: file.lastPathComponent, blocks: swift.map { lines(of: String($0.dropFirst(6))) })
      }
    }
  }

  /// The lines of every program that articles take their code from.
  static var programs: [[String]] {
    get throws {
      let files = try files("Sources/Examples", "swift") + files("Tests/ExamplesTests/Articles", "swift")
      return try files.map { lines(of: try String(contentsOf: $0, encoding: .utf8)) }
    }
  }

  private static func files(_ folder: String, _ ending: String) throws -> [URL] {
    let folder = root.appending(path: folder)
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return names.filter { $0.hasSuffix(".\(ending)") }.sorted().map { folder.appending(path: $0) }
  }

  private static func lines(of text: String) -> [String] {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty && !$0.hasPrefix("import ") }
  }
}
