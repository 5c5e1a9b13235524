import RunRecords
import Texts

/// What the user named by hand, found among the columns of a log.
struct ColumnChoice: Sendable {
  /// The key of the pair that was chosen by hand.
  static let chosenKey = "\u{0}chosen"

  private(set) var training: String?
  private(set) var validation: String?
  /// The key of the metric to judge beside the loss.
  private(set) var preferredKey: String?

  /// Nothing was named by hand.
  static let none = ColumnChoice()

  private init() {}

  /// Looks the names up.
  ///
  /// - Throws: ``LogError`` `unknownColumn` for a name that no column has.
  init(_ options: ReadingOptions, columns: [String], source: String) throws(LogError) {
    training = try options.training.map { (name) throws(LogError) in
      try Self.find(name, in: columns, option: "--train", source: source)
    }
    validation = try options.validation.map { (name) throws(LogError) in
      try Self.find(name, in: columns, option: "--val", source: source)
    }
    if let metric = options.metric {
      let headings = columns.map { Heading($0) }
      let wanted = Heading(metric).key
      if let column = Self.match(metric, in: columns) {
        preferredKey = Heading(column).key
      } else if headings.contains(where: { $0.key == wanted }) {
        preferredKey = wanted
      } else {
        throw Self.unknown(metric, in: columns, option: "--metric", source: source)
      }
    }
  }

  /// Whether a column was named by hand for training or validation.
  func names(_ column: String) -> Bool { column == training || column == validation }

  func isChosen(_ draft: DraftSeries) -> Bool { names(draft.name) }

  /// Whether a column holds the metric to judge beside the loss.
  func prefers(_ heading: Heading) -> Bool { preferredKey == heading.key }

  /// Gives the chosen columns their splits and one metric, and completes a pair of which one was named.
  func apply(to drafts: inout [DraftSeries]) {
    let hasOtherLoss = drafts.contains { $0.metric.kind == .loss && !prefers($0.heading) }
    for index in drafts.indices where prefers(drafts[index].heading) {
      if drafts[index].metric.kind == .other {
        drafts[index].metric.kind = .score
        drafts[index].metric.direction = .higherIsBetter
      } else if drafts[index].metric.kind == .loss, hasOtherLoss, preferredKey != Metric.loss.name {
        // An error to be judged beside the loss, such as MAE beside MSE, stays lower-is-better.
        drafts[index].metric.kind = .score
      }
    }
    guard
      let lead = drafts.first(where: { $0.name == training })
        ?? drafts.first(where: { $0.name == validation })
    else { return }
    let metric = lead.metric.isJudged ? lead.metric : .loss
    for index in drafts.indices {
      if drafts[index].name == training {
        drafts[index].split = .training
        drafts[index].metric = metric
      } else if drafts[index].name == validation {
        drafts[index].split = .validation
        drafts[index].metric = metric
      }
    }
  }

  /// Completes a choice of one column by the column of the same metric in the other split.
  mutating func complete(from drafts: [DraftSeries]) {
    if let training, validation == nil, let own = drafts.first(where: { $0.name == training }) {
      validation = drafts.first { $0.split == .validation && $0.key == own.key }?.name
    } else if let validation, training == nil, let own = drafts.first(where: { $0.name == validation }) {
      training = drafts.first { $0.split == .training && $0.key == own.key && $0.name != validation }?.name
    }
  }

  private static func find(
    _ name: String, in columns: [String], option: String, source: String
  ) throws(LogError) -> String {
    guard let column = match(name, in: columns) else {
      throw unknown(name, in: columns, option: option, source: source)
    }
    return column
  }

  /// The column of a name: written the same, or but for capitals.
  private static func match(_ name: String, in columns: [String]) -> String? {
    let wanted = PrintableText.clean(name)
    return columns.first { $0 == wanted } ?? columns.first { $0.lowercased() == wanted.lowercased() }
  }

  private static func unknown(_ name: String, in columns: [String], option: String, source: String)
    -> LogError
  {
    let shown = PrintableText.clean(name)
    let nearest = EditDistance.nearest(to: shown, in: columns)
    return LogError(
      .unknownColumn, source: source, "there is no column \"\(shown)\"", columns: columns,
      advice: nearest.map { "Did you mean \(option) \(ShellWord.quoted($0))?" }
        ?? "Name one of them: \(option) COLUMN")
  }
}
