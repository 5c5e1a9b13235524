/// What the person who hands a report in says about it.
public struct ReportDetails: Sendable, Hashable {
  /// Stands above the headline in place of the run's name.
  public var title: String?
  public var author: String?
  /// The date as it should be printed.
  public var date: String?

  public init(title: String? = nil, author: String? = nil, date: String? = nil) {
    self.title = title
    self.author = author
    self.date = date
  }
}
