/// A publication that a rule or a remedy rests on.
public struct Citation: Sendable, Hashable {
  /// The short form used in a text, such as `Prechelt 1998`.
  public let label: String
  public let authors: String
  public let year: Int
  public let title: String
  /// Journal, proceedings, publisher or site.
  public let venue: String
  /// Where it can be read.
  public let url: String?

  public init(
    label: String, authors: String, year: Int, title: String, venue: String, url: String? = nil
  ) {
    self.label = label
    self.authors = authors
    self.year = year
    self.title = title
    self.venue = venue
    self.url = url
  }
}
