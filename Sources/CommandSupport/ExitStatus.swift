import ATMLDiagnose

/// What a command tells the shell: the numbers of sysexits(3), and 1 for what `--fail-on` names.
package enum ExitStatus: Int32, Sendable {
  case success = 0
  case found = 1
  case usage = 64
  case dataError = 65
  case noInput = 66
  case unavailable = 69
  case cannotCreate = 73
  case ioError = 74
  case configuration = 78

  /// The status for whatever ended the way of one log.
  package init(_ error: any Error) {
    self =
      switch error {
      case let error as LogError: ExitStatus(error)
      case let error as ReportError: ExitStatus(error)
      default: .ioError
      }
  }

  package init(_ error: LogError) {
    self =
      switch error.kind {
      case .notFound, .unreadable: .noInput
      case .interrupted: .ioError
      case .unknownColumn, .severalRuns: .usage
      case .unrecognized, .noLoss, .malformed, .empty, .noRuns: .dataError
      case .unavailable: .unavailable
      }
  }

  package init(_ error: ReportError) {
    self =
      switch error {
      case .unknownFormat, .drawing(.invalidPageSize): .usage
      case .drawing: .unavailable
      case .cannotWrite: .cannotCreate
      }
  }
}
