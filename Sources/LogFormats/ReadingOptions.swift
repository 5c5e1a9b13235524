import RunRecords

/// What the user says by hand about a log; everything may be left out.
public struct ReadingOptions: Sendable {
  /// The name of the column that holds the training series.
  public var training: String?
  /// The name of the column that holds the validation series.
  public var validation: String?
  /// The metric (or one of its columns) to judge beside the loss; it comes first among the scores.
  public var metric: String?
  /// Facts to write into the run record.
  public var facts: RunFacts

  public init(
    training: String? = nil, validation: String? = nil, metric: String? = nil,
    facts: RunFacts = RunFacts()
  ) {
    self.training = training
    self.validation = validation
    self.metric = metric
    self.facts = facts
  }

  /// Whether any column or metric is named.
  var nameColumns: Bool { training != nil || validation != nil || metric != nil }
}
