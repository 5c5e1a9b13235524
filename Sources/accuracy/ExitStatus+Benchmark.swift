import ATMLDiagnose
import AccuracyMeasurement
import CommandSupport

extension ExitStatus {
  /// The status for what ends a measurement; `nil` for an error of the command's arguments.
  init?(measuring error: any Error) {
    switch error {
    case let error as BenchmarkError: self.init(error)
    case let error as ReportError: self.init(error)
    default: return nil
    }
  }

  /// The status for a benchmark that cannot be read.
  init(_ error: BenchmarkError) {
    self =
      switch error {
      case .file(_, let problem): problem.kind == .interrupted ? .ioError : .noInput
      case .folder: .noInput
      case .malformed: .dataError
      case .log(let error): ExitStatus(error)
      }
  }
}
