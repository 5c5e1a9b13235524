import Files
import LogFormats
import Texts

/// Why a benchmark could not be read.
package enum BenchmarkError: Error, Sendable, CustomStringConvertible {
  /// A file that is not there or cannot be read.
  case file(path: String, FileProblem)
  /// The folder of the runs is not there or cannot be listed.
  case folder(path: String)
  /// A file whose content is not what it should be.
  case malformed(path: String, line: Int? = nil, problem: String)
  /// A run that the library does not read.
  case log(LogError)

  package var description: String {
    switch self {
    case .file(let path, let problem):
      let found = problem.found.map { ": found \($0)" } ?? ""
      let advice = problem.advice.map { " \($0)" } ?? ""
      return "\(PrintableText.path(path)): \(problem.problem)\(found).\(advice)"
    case .folder(let path):
      return "\(PrintableText.path(path)): there is no such folder, or it cannot be listed."
    case .malformed(let path, let line, let problem):
      let place = line.map { ", line \($0)" } ?? ""
      return "\(PrintableText.path(path))\(place): \(problem)"
    case .log(let error): return error.description
    }
  }
}
