import Texts

/// Why an image or a folder of images could not be read: what was found, what was expected, what to do.
public struct ImageError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The sort of failure, for a program that wants to tell them apart.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case notFound
    /// It is there but cannot be read: permission, a folder in place of a file, or the reverse.
    case unreadable
    case empty
    /// The content is neither JPEG nor PNG.
    case unrecognized
    /// A JPEG or PNG file that is damaged, cut off, or of a kind that its library does not know.
    case undecodable
    /// More bytes or pixels than are read.
    case tooLarge
    /// A folder without a folder for each class.
    case noClasses
    /// A class without an image.
    case noImages
  }

  public var kind: Kind
  /// The file or folder, as it was named.
  public var path: String
  /// What is wrong, as the beginning of a sentence.
  public var problem: String
  /// What was found.
  public var found: String?
  /// What was expected in its place.
  public var expected: String?
  /// What the user can do.
  public var advice: String?

  public init(
    _ kind: Kind, path: String, _ problem: String, found: String? = nil, expected: String? = nil,
    advice: String? = nil
  ) {
    self.kind = kind
    self.path = path
    self.problem = problem
    self.found = found
    self.expected = expected
    self.advice = advice
  }

  /// The whole message: path, problem, what was found and expected, and advice.
  public var description: String {
    var text = "\(PrintableText.path(path)): \(problem)"
    if let found { text += ": found \(found)" }
    if let expected { text += ", expected \(expected)" }
    text += "."
    if let advice { text += " \(advice)" }
    return text
  }
}
