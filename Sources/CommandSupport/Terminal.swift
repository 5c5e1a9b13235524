import ATMLDiagnose
import Files
import Texts

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One of the two streams that a command writes to.
package struct Terminal: Sendable {
  package static let standardOutput = Terminal(descriptor: 1, name: "standard output")
  package static let standardError = Terminal(descriptor: 2, name: "standard error")

  private let descriptor: Int32
  /// What messages call the stream.
  private let name: String

  package var isInteractive: Bool { isatty(descriptor) == 1 }

  /// Whether escape codes for colours are wanted (no-color.org).
  package var usesColor: Bool { redraws && getenv("NO_COLOR") == nil }

  /// Whether a line that is written can be taken back: a terminal that obeys escape codes.
  package var redraws: Bool {
    isInteractive && getenv("TERM").map { String(cString: $0) != "dumb" } ?? false
  }

  /// The characters of a line; 80 where there is no terminal.
  package var width: Int {
    var size = winsize()
    guard isInteractive, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Lets a closed pipe be an error to read instead of a signal that ends the command before its reports are
  /// written.
  package static func surviveClosedPipes() {
    signal(SIGPIPE, SIG_IGN)
  }

  /// Prints an error or a warning, every line of it without characters that act on a terminal.
  package static func complain(_ message: String, from command: String) {
    let lines = "\(command): \(message)".split(separator: "\n", omittingEmptySubsequences: false)
    let safe = lines.map { PrintableText.masked(String($0), limit: 4_000) }.joined(separator: "\n")
    // There is nowhere left to say that this failed.
    _ = try? standardError.print(safe)
  }

  /// Writes a text and a line break.
  ///
  /// - Throws: ``TerminalError``
  package func print(_ text: String) throws(TerminalError) {
    try write(Array((text + "\n").utf8))
  }

  /// Writes all bytes; a reader that has closed its end of a pipe has enough, which is no error.
  ///
  /// - Throws: ``TerminalError`` when the device is full or the stream is closed.
  package func write(_ bytes: [UInt8]) throws(TerminalError) {
    do {
      try OpenFile(descriptor: descriptor).writeAll(bytes[...])
    } catch {
      if error.code != EPIPE { throw TerminalError(stream: name, reason: error) }
    }
  }
}

/// Why a stream took no more.
package struct TerminalError: Error, CustomStringConvertible {
  fileprivate let stream: String
  fileprivate let reason: SystemError

  package var description: String { "\(stream): cannot be written: \(reason)" }
}
