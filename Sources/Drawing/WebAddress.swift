extension String {
  /// Whether the text is an address that a document may lead to: of a page, or of a mailbox.
  ///
  /// Other kinds of addresses can run a script in the program that shows the document.
  public var isWebAddress: Bool {
    let address = lowercased()
    return ["https://", "http://", "mailto:"].contains(where: address.hasPrefix)
  }
}
