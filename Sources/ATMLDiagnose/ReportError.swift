import CairoDrawing
import LogFormats
import Texts

/// Why a report could not be written.
public enum ReportError: Error, Sendable, CustomStringConvertible {
  /// The file's extension stands for no format.
  case unknownFormat(path: String)
  /// The page could not be drawn, for example because no font is installed.
  case drawing(CairoError)
  /// The file could not be created; `reason` is the system's word.
  case cannotWrite(path: String, reason: String)

  public var description: String {
    switch self {
    case .unknownFormat(let path):
      let known = ReportFormat.allCases.map { ".\($0.rawValue)" }.joined(separator: " ")
      return
        "\(PrintableText.path(path)): the extension stands for no format of a report; expected one of \(known)"
    case .drawing(.invalidPageSize(let width, let height, let dotsPerInch?)):
      let pixels = [width, height].map { NumberText.fixed(($0 * dotsPerInch / 72).rounded(), decimals: 0) }
      return
        "a picture of \(pixels.joined(separator: " x ")) pixels is too large to draw; choose a smaller page or fewer "
        + "pixels to the inch"
    case .drawing(let error):
      return error.description
    case .cannotWrite(let path, let reason):
      return "\(PrintableText.path(path)): cannot be written: \(reason)"
    }
  }
}
