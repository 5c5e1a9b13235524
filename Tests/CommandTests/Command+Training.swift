import Foundation
import TestSupport

extension Command {
  /// Writes a table of three classes that two features tell apart.
  ///
  /// - Parameter scale: what the first feature is multiplied by.
  func writeFlowers(_ name: String = "flowers.csv", rows: Int = 90, scale: Double = 1) throws {
    var text = "width,length,kind\n"
    for row in 0..<rows {
      let kind = row % 3
      let jitter = Double((row * 37) % 11) / 20
      text +=
        "\((Double(kind) + jitter) * scale),\(2 - Double(kind) / 2 + jitter / 3),"
        + "\(["lily", "iris", "rose"][kind])\n"
    }
    try write(text, to: name)
  }

  /// The cells of a run record, its header first.
  func rows(_ name: String) throws -> [[String]] {
    String(decoding: try read(name), as: UTF8.self).split(separator: "\n").filter { $0.first != "#" }
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  /// The cells of a run record without the times that epochs took.
  func timelessRows(_ name: String) throws -> [[String]] { try rows(name).map { $0.dropLast() } }
}
