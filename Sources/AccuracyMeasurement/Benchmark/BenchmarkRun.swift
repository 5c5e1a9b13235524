import ATMLDiagnose

/// A run of the benchmark as its user has it.
package struct BenchmarkRun: Sendable {
  package let id: String
  package let record: RunRecord
  /// What the run is judged by.
  package let book: RuleBook

  package init(id: String, record: RunRecord, book: RuleBook = .standard) {
    self.id = id
    self.record = record
    self.book = book
  }

  /// What the library says of the run.
  package var prediction: Prediction { Prediction(record.diagnose(with: book), run: id) }

  /// The run with another record.
  package func with(_ record: RunRecord) -> BenchmarkRun { BenchmarkRun(id: id, record: record, book: book) }
}
