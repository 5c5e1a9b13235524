import Foundation
import TestSupport
import Testing

@Suite struct HostileNameTests {
  private func isSafe(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      scalar == "\n"
        || (scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && scalar != "\u{202E}")
    }
  }

  @Test(arguments: [
    "esc\u{1B}[31mred.csv", "bell\u{7}.csv", "turn\u{202E}gpj.csv", "two\nlines.csv",
    "title\u{1B}]0;x\u{7}.csv",
  ])
  func `no name acts on the terminal or on that of a report`(name: String) throws {
    let command = try Command()
    try command.write(SampleLog.overfit, to: name)
    try command.write("a,b\n1,2\n", to: "bad-\(name)")
    let result = try command(name, "bad-\(name)", "missing-\(name)", "--fail-on", "mild")
    #expect(result.status == 65)
    #expect(isSafe(result.output))
    #expect(isSafe(result.errors))
    let reports = command.files.filter { $0.hasPrefix("reports/") }
    #expect(reports.count == 2)
    #expect(reports.allSatisfy(isSafe))
  }

  @Test(arguments: [
    ["run.csv", "-o", "\u{1B}[31m/x.nope"], ["run.csv", "-o", "run.csv/\u{1B}[31m.pdf"],
    ["run.csv", "--config", "\u{1B}[31m"], ["run.csv", "--set", "\u{1B}[31m.x=1"],
    ["run.csv", "--fail-on", "\u{1B}[31m"], ["run.csv", "--\u{1B}[31m"], ["explain", "\u{1B}[31m"],
    ["run.csv", "--train", "\u{1B}[31m\u{7}x"], ["run.csv", "--date", "\u{9B}31m"],
  ])
  func `no argument acts on the terminal`(arguments: [String]) throws {
    let command = try Command()
    try command.write(SampleLog.overfit, to: "run.csv")
    let result = try command.run(arguments)
    #expect(result.status >= 64)
    #expect(!result.errors.isEmpty)
    #expect(isSafe(result.errors), "\(result.errors.debugDescription)")
  }

  @Test(arguments: [
    (".hidden.csv", "hidden"), ("a/../up.csv", "up"), ("with space.csv", "with space"),
    ("a.tar.csv", "a.tar"),
    ("./-dash.csv", "-dash"), ("...csv", "csv"),
  ])
  func `a report has a plain name in its folder`(log: String, name: String) throws {
    let command = try Command()
    try command.write("", to: "a/empty")
    try command.write(SampleLog.overfit, to: log)
    #expect(try command(log, "-q").status == 0)
    #expect(command.exists("reports/\(name).pdf"))
  }

  @Test func `names as long as a file system allows make reports that it takes`() throws {
    let command = try Command()
    let stem = String(repeating: "é", count: 125)
    for folder in ["one", "two"] { try command.write(SampleLog.overfit, to: "\(folder)/\(stem).csv") }
    let result = try command("one/\(stem).csv", "two/\(stem).csv", "-q")
    #expect(result.status == 0, "\(result.errors)")
    #expect(command.files.filter { $0.hasPrefix("reports/") }.count == 4)
  }

  @Test func `a name that begins with a dash follows two dashes`() throws {
    let command = try Command()
    try command.write(SampleLog.overfit, to: "-run.csv")
    #expect(try command("--no-report", "-q", "--", "-run.csv").status == 0)
  }
}
