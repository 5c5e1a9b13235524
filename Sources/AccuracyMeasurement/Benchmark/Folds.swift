import ATMLDiagnose
import Files

/// The scorecards by which runs of each family of data are judged, none of which has seen that family.
struct Folds: Sendable {
  private var families: [String: String] = [:]
  private var books: [String: RuleBook] = [:]

  /// Reads FOLDER/FAMILY.csv for every family of the truth.
  init(_ folder: String, truth: [String: RunTruth]) throws(BenchmarkError) {
    for (id, truth) in truth {
      families[id] = truth.family
      guard books[truth.family] == nil else { continue }
      let path = "\(folder)/\(truth.family).csv"
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
        throw .malformed(path: path, problem: error.description)
      }
      books[truth.family] = book
    }
  }

  /// The rules and scorecards for a run; `nil` for a run without truth.
  func book(for id: String) -> RuleBook? { families[id].flatMap { books[$0] } }
}
