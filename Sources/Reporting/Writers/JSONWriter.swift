import Diagnostics

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Writes a report as JSON, one object a run.
public struct JSONWriter: Sendable {
  /// Whether the object is spread over lines for people, or stands on one line as in JSON lines.
  public var isPretty: Bool

  public init(isPretty: Bool = true) {
    self.isPretty = isPretty
  }

  /// The object as text that ends with a line break.
  public func text(of report: Report) -> String { text(of: report.diagnosis) }

  /// A diagnosis as text that ends with a line break.
  public func text(of diagnosis: Diagnosis) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
    do {
      return String(decoding: try encoder.encode(DiagnosisDocument(diagnosis)), as: UTF8.self) + "\n"
    } catch {
      // Every value that JSON has no form for is a string by then.
      preconditionFailure("a diagnosis could not be encoded: \(error)")
    }
  }
}
