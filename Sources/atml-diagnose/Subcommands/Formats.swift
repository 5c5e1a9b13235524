import ATMLDiagnose
import ArgumentParser
import CommandSupport

/// Lists the log formats.
struct Formats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "List the log formats, what writes them and the file names they go by.")

  func run() throws {
    for card in FormatShelf.standard.cards {
      try Terminal.standardOutput.print(
        """
        \(card.id): \(card.title)
          \(card.summary)
          Written by: \(card.writtenBy.joined(separator: ", "))
          File names: \(card.fileNames.joined(separator: ", "))
        """)
    }
  }
}
