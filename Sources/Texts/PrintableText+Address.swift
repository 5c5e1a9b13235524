extension PrintableText {
  /// An address without the name and the password in front of its server.
  ///
  /// A password with a slash in it, which no address may have, is left out too.
  package static func withoutPassword(_ address: String) -> String {
    guard address.utf8.contains(UInt8(ascii: ":")), let start = address.firstRange(of: "://")?.upperBound
    else { return address }
    let rest = address[start...]
    let server = rest.prefix { !"/?#".contains($0) }
    let port = server.split(separator: ":", omittingEmptySubsequences: false).dropFirst().last ?? ""
    let holdsPassword = server.contains("@") || !server.contains("]") && !port.allSatisfy(\.isNumber)
    guard holdsPassword, let at = (server.contains("@") ? server : rest).lastIndex(of: "@") else {
      return address
    }
    return String(address[..<start] + address[address.index(after: at)...])
  }
}
