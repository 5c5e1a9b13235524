import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What a well-formed XML document holds.
struct XMLTree {
  private(set) var elementCount = 0
  private(set) var attributes: [(name: String, value: String)] = []
  /// The text in all elements of a name, joined.
  private(set) var texts: [String: String] = [:]

  /// Reads a document, or returns nothing if it is not well-formed.
  init?(_ document: String) {
    let reader = Reader()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = reader
    guard parser.parse() else { return nil }
    self = reader.tree
  }

  private init() {}

  private final class Reader: NSObject, XMLParserDelegate {
    var tree = XMLTree()
    private var open: [String] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      open.append(name)
      tree.elementCount += 1
      for (name, value) in attributes { tree.attributes.append((name, value)) }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if let name = open.last { tree.texts[name, default: ""] += text }
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      open.removeLast()
    }
  }
}
