import Texts

/// Why a file of numbers could not be read or written: where, what was found there, and what was expected.
public struct ArrayFileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The sort of failure, for a program that wants to tell them apart.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case notFound
    /// The file is there but cannot be opened or read.
    case unreadable
    case isFolder
    case unwritable
    /// The file ends before the numbers that it announces.
    case truncated
    /// The content breaks the rules of its format.
    case malformed
    /// The content is right, but of a sort that is not read, such as text or encrypted data.
    case unsupported
    /// A name was asked for that the file does not have.
    case unknownName
  }

  /// A place in a file.
  public enum Place: Sendable, Hashable {
    /// An offset in bytes from the start of the file, or of the member of an archive.
    case byte(Int)
    /// A line, counted from 1.
    case line(Int)
    /// A cell of a table: its line and column, counted from 1, and the column's name.
    case cell(line: Int, column: Int, name: String)
  }

  public var kind: Kind
  /// The file, as the user named it.
  public var path: String
  /// The name inside the file: an entry of an archive.
  public var member: String?
  public var place: Place?
  /// What is wrong, as the beginning of a sentence.
  public var problem: String
  /// What was found.
  public var found: String?
  /// What was expected in its place.
  public var expected: String?
  /// What the user can do, as a whole sentence.
  public var advice: String?

  public init(
    _ kind: Kind, path: String, member: String? = nil, at place: Place? = nil, _ problem: String,
    found: String? = nil, expected: String? = nil, advice: String? = nil
  ) {
    self.kind = kind
    self.path = PrintableText.path(path)
    self.member = member.map { PrintableText.masked($0) }
    self.place = place
    self.problem = problem
    self.found = found
    self.expected = expected
    self.advice = advice
  }

  /// The whole message: file, place, problem, what was found and expected, and advice.
  public var description: String {
    var text = path
    if let member { text += ", \"\(member)\"" }
    switch place {
    case .byte(let offset): text += ", byte \(offset)"
    case .line(let line): text += ", line \(line)"
    case .cell(let line, let column, let name): text += ", line \(line), column \(column) (\(name))"
    case nil: break
    }
    text += ": \(problem)"
    let clauses = [found.map { "found \($0)" }, expected.map { "expected \($0)" }].compactMap { $0 }
    if !clauses.isEmpty { text += ": " + clauses.joined(separator: ", ") }
    text += "."
    if let advice { text += " \(advice)" }
    return text
  }
}
