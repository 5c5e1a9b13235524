import Foundation
import TestSupport
import Testing

@Suite struct SubcommandTests {
  @Test func `rules are listed and each can be explained`() throws {
    let command = try Command()
    let list = try command("rules")
    #expect(list.status == 0)
    let rules = list.output.split(separator: "\n").compactMap {
      $0.split(separator: " ").first.map(String.init)
    }
    #expect(rules.count >= 15)
    for rule in rules {
      let result = try command("explain", rule)
      #expect(result.status == 0)
      #expect(result.output.contains("Sources:"))
    }
  }

  @Test func `an unknown rule is refused with the nearest names`() throws {
    let result = try Command()("explain", "rising-validation-los")
    #expect(result.status == 64)
    #expect(result.errors.contains("rising-validation-loss"))
  }

  @Test func `formats tell what writes them`() throws {
    let result = try Command()("formats")
    #expect(result.status == 0)
    #expect(result.output.contains("Keras"))
  }

  @Test(arguments: [["explain"], ["explain", "x", "--nope"], ["rules", "--nope"], ["formats", "x"]])
  func `wrong usage names the help of the subcommand`(arguments: [String]) throws {
    let result = try Command().run(arguments)
    #expect(result.status == 64)
    #expect(result.errors.contains("See 'atml-diagnose \(arguments[0]) --help'"), "\(result.errors)")
    let help = try Command()(arguments[0], "--help")
    #expect(help.output.contains("USAGE: atml-diagnose \(arguments[0])"))
    #expect(try Command()("help", arguments[0]).output == help.output)
  }

  @Test func `help and version`() throws {
    let help = try Command()("--help")
    #expect(help.status == 0)
    #expect(help.output.contains("--fail-on"))
    #expect(help.output.contains("explain"))
    #expect(try Command()("--version").output.contains("atml-diagnose"))
  }

  @Test func `the documentation has the page of every rule`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/ATMLDiagnose/ATMLDiagnose.docc/Rules").standardized
    let command = try Command()
    let rules = try command("rules").output.split(separator: "\n")
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(pages.sorted() == rules.map { "\($0).md" }.sorted(), "run 'make rule-pages'")
    for rule in rules {
      let page = try? String(contentsOf: folder.appending(path: "\(rule).md"), encoding: .utf8)
      #expect(try command("explain", rule, "--markdown").output == page, "run 'make rule-pages'")
    }
  }
}
