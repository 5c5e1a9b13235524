import Foundation

/// The folder of example files that the tests share.
public enum Fixtures {
  /// The path of a file below `Fixtures/`, such as `runs/csv/lightning-healthy.csv`.
  public static func path(_ name: String) -> String { root + "/" + name }

  public static func bytes(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(filePath: path(name))))
  }

  /// Reads a file of JSON.
  public static func decode<Content: Decodable>(_ type: Content.Type, from name: String) throws -> Content {
    try JSONDecoder().decode(type, from: Data(contentsOf: URL(filePath: path(name))))
  }

  /// `Fixtures/` beside `Tests/`, found from the place of this file.
  private static let root: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    return parts.joined(separator: "/") + "/Fixtures"
  }()
}
