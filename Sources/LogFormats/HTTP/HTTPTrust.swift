/// Which servers of https are believed to be who they say.
struct HTTPTrust: Sendable {
  /// A file or folder with the certificates that are trusted; `nil` for those of the system.
  var certificates: String?
  /// Whether any certificate will do.
  var isUnchecked = false
}
