import Foundation
import Testing

@testable import LogFormats

struct FormatCardTests {
  @Test(arguments: FormatShelf.standard.cards.flatMap { card in card.reads.map { (card.id, $0) } })
  func `every example that a card reads is read`(format: String, example: FormatExample) throws {
    let run = try ExampleLog(example).read()
    #expect(run.names == example.series, "\(example.title)")
    #expect(run.format == format)
  }

  @Test(arguments: FormatShelf.standard.cards.flatMap(\.refuses))
  func `every example that a card refuses gives its exact message`(example: FormatExample) throws {
    let log = try ExampleLog(example)
    let error = try #require(throws: LogError.self) { _ = try log.read() }
    #expect(log.message(of: error) == example.message, "\(example.title)")
  }

  @Test func `formats have different ids, and each has examples of both sorts`() {
    let cards = FormatShelf.standard.cards
    #expect(Set(cards.map(\.id)).count == cards.count)
    // What is at an address cannot be told by a card.
    let addresses = FormatShelf.standard.addresses.map { $0.card.id }
    for card in cards {
      #expect(!card.refuses.isEmpty, "\(card.id)")
      #expect(!card.reads.isEmpty || addresses.contains(card.id), "\(card.id)")
    }
  }

  @Test func `every format of the folder stands on the shelf`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/LogFormats/Formats").standardized
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") && !$0.contains("+") }.map { String($0.dropLast(6)) }
    let shelf = FormatShelf.standard
    let names =
      shelf.formats.map { "\($0)" } + shelf.folders.map { "\($0)" } + shelf.addresses.map { "\($0)" }
    #expect(files.sorted() == names.sorted())
  }
}
