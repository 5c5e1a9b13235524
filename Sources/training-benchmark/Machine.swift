import Foundation

/// What the figures were measured on.
enum Machine {
  static func summary(peer: String?, threads: Int) -> String {
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = [.withFullDate]
    var parts = [formatter.string(from: Date()), processor, "\(threads) thread\(threads == 1 ? "" : "s")"]
    if let peer { parts.append(peer) }
    return parts.joined(separator: "; ") + "."
  }

  static func time(_ seconds: Double) -> String {
    seconds < 1e-3 ? String(format: "%.1f µs", seconds * 1e6) : String(format: "%.2f ms", seconds * 1e3)
  }

  private static var processor: String {
    let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
    let name = line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
    return name ?? "unknown processor"
  }
}
