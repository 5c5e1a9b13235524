import Texts

/// Why a log could not be read: where, what was found there, what was expected, and what to do.
public struct LogError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The sort of failure, for a program that wants to tell them apart.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case notFound
    /// The file is there but cannot be opened: permission, a folder.
    case unreadable
    /// The file was opened, and reading it failed.
    case interrupted
    /// The content is of no format on the shelf.
    case unrecognized
    /// A table without a loss or a score.
    case noLoss
    /// A cell or a line that does not fit the format.
    case malformed
    /// A column was named by hand that the log does not have.
    case unknownColumn
    /// Nothing, or no values below the header.
    case empty
    /// A folder in which no log was recognised.
    case noRuns
    /// More than one run where one was expected.
    case severalRuns
    /// A server that does not answer, or answers with an error.
    case unavailable
  }

  public var kind: Kind
  /// The file or stream, as the user named it.
  public var source: String
  /// What is wrong, as the beginning of a sentence.
  public var problem: String
  /// The line of the file, counted from 1.
  public var line: Int?
  /// The column, counted from 1.
  public var column: Int?
  public var columnName: String?
  /// The text that was found.
  public var found: String?
  /// What was expected in its place.
  public var expected: String?
  /// The columns that the log has.
  public var columns: [String]
  /// What the user can do.
  public var advice: String?

  /// The most characters of a part of a message.
  private static let longestPart = 2_000

  /// Nothing of what a log holds acts on the terminal that shows the error.
  public init(
    _ kind: Kind, source: String, _ problem: String, line: Int? = nil, column: Int? = nil,
    columnName: String? = nil, found: String? = nil, expected: String? = nil, columns: [String] = [],
    advice: String? = nil
  ) {
    self.kind = kind
    self.source = PrintableText.path(source)
    self.problem = Self.safe(problem)
    self.line = line
    self.column = column
    self.columnName = columnName.map(Self.safe)
    self.found = found.map(Self.safe)
    self.expected = expected.map(Self.safe)
    self.columns = columns
    self.advice = advice.map(Self.safe)
  }

  private static func safe(_ part: String) -> String { PrintableText.masked(part, limit: longestPart) }

  /// The whole message: source, place, problem, the columns that were there, and advice.
  public var description: String {
    var text = source
    if let line { text += ", line \(line)" }
    if let column {
      text += ", column \(column)"
      if let columnName { text += " (\(columnName))" }
    }
    text += ": \(problem)"
    if let found { text += ": found \"\(found)\"" }
    if let expected { text += ", expected \(expected)" }
    text += "."
    if !columns.isEmpty { text += " Columns found: \(NameList.text(columns))." }
    if let advice { text += " \(advice)" }
    return text
  }
}
