import ATMLDiagnose
import ArgumentParser
import CommandSupport

/// Where the report goes and what is printed.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write the report to a file, as pdf, png, svg, json or md by its extension; - is standard output, with "
        + "--format. Repeatable.",
      valueName: "file"),
    completion: .file())
  var output: [String] = []

  @Option(
    help: ArgumentHelp(
      "Write this format to standard output: pdf, png, svg, json or md. Of several logs only json, one object a "
        + "line, and md.", valueName: "format"),
    completion: .list(ReportFormat.allCases.map(\.rawValue)))
  var format: ReportFormat?

  @Flag(name: .customLong("no-report"), help: "Write no report; only print.")
  var noReport = false

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  /// The files named by `-o`, each once.
  var files: [String] {
    var seen: Set<String> = ["-"]
    return output.filter { seen.insert($0).inserted }
  }

  /// Checks what can be written of several logs, or of the runs in them.
  func validate(logCount: Int, runCount: Int) throws {
    guard runCount > 1 else { return }
    let rest =
      runCount > logCount
      ? "there are \(runCount) runs; name one of them with --run NAME"
      : "\(logCount) logs are given; leave it out to write reports/NAME.pdf"
    if !files.isEmpty { throw ValidationError("-o names one file, but \(rest)") }
    if let format, format.isDrawn {
      throw ValidationError("--format \(format.rawValue) writes one page to standard output, but \(rest)")
    }
  }

  func validate() throws {
    if output.contains("") { throw ValidationError("-o: the name of the file is empty") }
    if output.contains("-"), format == nil {
      throw ValidationError(
        "-o - needs --format, one of \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    for path in output where path != "-" && ReportFormat(path: path) == nil {
      throw ValidationError("\(ReportError.unknownFormat(path: path))")
    }
    if noReport, !output.isEmpty { throw ValidationError("--no-report and -o contradict each other") }
    if let format, format == .pdf || format == .png, Terminal.standardOutput.isInteractive {
      throw ValidationError("--format \(format.rawValue) writes binary data; send it to a file or a pipe")
    }
  }
}

extension ReportFormat: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(name: argument)
  }
}
