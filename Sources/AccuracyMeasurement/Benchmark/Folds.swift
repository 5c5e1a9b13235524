import ATMLDiagnose
import Files

/// The scorecards by which runs of each family of data are judged, none of which has seen that family.
struct Folds: Sendable {
  private let families: [String: String]
  private var books: [String: RuleBook] = [:]

  /// Reads FOLDER/FAMILY.csv for every family of the truth, in the order of their names.
  init(_ folder: String, truth: [String: RunTruth]) throws(BenchmarkError) {
    families = truth.mapValues(\.family)
    for family in Set(families.values).sorted() {
      books[family] = try Self.book("\(folder)/\(family).csv")
    }
  }

  /// The library's rules with the scorecards of a file.
  private static func book(_ path: String) throws(BenchmarkError) -> RuleBook {
    let bytes: [UInt8]
    do {
      bytes = try FileBytes.contents(of: path)
    } catch {
      throw .file(path: path, error)
    }
    var book = RuleBook.standard
    do {
      book.scorecards = try ScorecardSet(table: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw .malformed(
        path: path, line: error.line, problem: "expected \(error.expected), found '\(error.found)'")
    }
    return book
  }

  /// The rules and scorecards for a run; `nil` for a run without truth.
  func book(for id: String) -> RuleBook? { families[id].flatMap { books[$0] } }
}
