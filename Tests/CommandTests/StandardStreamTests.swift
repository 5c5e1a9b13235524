import Foundation
import TestSupport
import Testing

@Suite struct StandardStreamTests {
  @Test func `a reader that goes away keeps no report from being written`() throws {
    let command = try Command()
    try command.write(SampleLog.overfit, to: "run.csv")
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let result = try command.run(["run.csv"], screen: pipe.fileHandleForWriting)
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(command.files.filter { !$0.hasPrefix(".") } == ["reports/run.pdf", "reports/run.png", "run.csv"])
  }

  #if os(Linux)
    @Test(arguments: [["a.csv", "b.csv", "-q", "--format", "json"], ["a.csv", "b.csv"], ["rules"]])
    func `a full device is an error, said once`(arguments: [String]) throws {
      let command = try Command()
      for name in ["a.csv", "b.csv"] { try command.write(SampleLog.overfit, to: name) }
      let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
      let result = try command.run(arguments, screen: full)
      #expect(result.status == 74)
      #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
      #expect(result.errors.contains("standard output: cannot be written: No space left"))
      let writesReports = arguments == ["a.csv", "b.csv"]
      for name in ["a.pdf", "a.png", "b.pdf", "b.png"] {
        #expect(command.exists("reports/\(name)") == writesReports, "\(name)")
      }
    }

    @Test func `a read error has a status of its own`() throws {
      let result = try Command()("/proc/self/mem", "--no-report")
      #expect(result.status == 74)
      #expect(result.errors.contains("/proc/self/mem: reading failed"))
    }
  #endif

  @Test func `quiet says nothing but errors`() throws {
    let command = try Command()
    try command.write(SampleLog.overfit, to: "run.csv")
    let result = try command("run.csv", "missing.csv", "--no-report", "--quiet", "--fail-on", "mild")
    #expect(result.status == 66)
    #expect(result.output.isEmpty)
    #expect(
      result.errors
        == "atml-diagnose: missing.csv: there is no such file. Check the name and the folder it is in.\n")
  }

  @Test func `standard input can be read once`() throws {
    let result = try Command()("-", "-", input: SampleLog.overfit)
    #expect(result.status == 64)
    #expect(result.errors.contains("standard input can be read once only"))
  }
}
