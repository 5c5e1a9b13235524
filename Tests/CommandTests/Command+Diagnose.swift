import TestSupport

extension Command {
  /// `atml-diagnose` in a new empty folder.
  init() throws {
    try self.init("atml-diagnose")
  }
}
