/// What a document says about itself.
public struct DocumentInfo: Sendable, Hashable {
  public var title: String
  public var author: String?
  /// What the document shows, in a sentence or two; the description for those who do not see it.
  public var summary: String
  public var keywords: [String]
  /// The date of the document as `yyyy-MM-dd`.
  public var date: String?
  /// The program that made the document, with its version.
  public var creator: String

  public init(
    title: String, author: String? = nil, summary: String, keywords: [String] = [],
    date: String? = nil, creator: String
  ) {
    self.title = title
    self.author = author
    self.summary = summary
    self.keywords = keywords
    self.date = date
    self.creator = creator
  }
}
