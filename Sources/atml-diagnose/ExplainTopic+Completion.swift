import Foundation

extension ExplainTopic {
  /// The rules, judgements and files whose names begin with what was typed.
  static func completions(of prefix: String) -> [String] {
    let folder = prefix.lastIndex(of: "/").map { String(prefix[...$0]) } ?? ""
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)
    let visible = (files ?? []).filter { !$0.hasPrefix(".") }.sorted().map { folder + $0 }
    return (names + visible).filter { $0.hasPrefix(prefix) }
  }
}
