import ArgumentParser

/// Parses and runs a command, and ends the process with the status of what went wrong.
package struct CommandRunner: Sendable {
  private let name: String
  private let status: @Sendable (any Error) -> ExitStatus?

  /// - Parameters:
  ///   - name: The command's name, which its messages begin with.
  ///   - status: The exit status of an error of the command's own; `nil` for one that the parser threw.
  package init(name: String, status: @escaping @Sendable (any Error) -> ExitStatus?) {
    self.name = name
    self.status = status
  }

  /// The parser's own messages repeat arguments as they are; here they are made safe to print.
  package func perform(_ type: any ParsableCommand.Type, _ arguments: [String]) async {
    do {
      var command = try type.parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      fail(error, type)
    }
  }

  package func fail(_ error: any Error, _ type: any ParsableCommand.Type) -> Never {
    if let status = error is TerminalError ? .ioError : status(error) {
      Terminal.complain("\(error)", from: name)
      type.exit(withError: ExitCode(status.rawValue))
    }
    guard !(error is ExitCode), type.exitCode(for: error) == .validationFailure else {
      type.exit(withError: error)
    }
    let message = type.fullMessage(for: error)
    Terminal.complain(message.hasPrefix("Error: ") ? String(message.dropFirst(7)) : message, from: name)
    type.exit(withError: ExitCode(ExitStatus.usage.rawValue))
  }
}
