import Foundation
import LogFormats

/// The inputs from which the fuzzing of a family begins: its fixtures, and the examples of its cards.
struct Seeds {
  private let family: Family
  private let fixtures: String
  /// Longer files say nothing that their beginning does not.
  private static let longest = 40_000

  /// - Parameter fixtures: The folder with a folder of logs for each family.
  init(of family: Family, fixtures: String) {
    self.family = family
    self.fixtures = fixtures
  }

  /// Writes each seed to a file of its own.
  func write(to corpus: String) throws {
    let examples = FormatShelf.standard.cards.flatMap { $0.reads + $0.refuses }
    var seeds = try inputsOfFixtures() + examples.filter { Family(of: $0) == family }.compactMap(input)
    if family == .numbers { seeds = Self.numbers.map { Array($0.utf8) } }
    guard !seeds.isEmpty else { FuzzLogs.refuse("there is nothing to begin \(family) from in \(fixtures)") }
    for (number, seed) in seeds.enumerated() {
      try Data(seed.prefix(Self.longest)).write(to: URL(filePath: "\(corpus)/seed-\(number)"))
    }
  }

  private static let numbers = [
    "0.1\n2.5e-3\n1e308\n-0\n4.9e-324\n123456789012345678901234567890\n9007199254740993",
    "1.7976931348623157e308\n2.2250738585072011e-308\n6.62607015e-34\n0.30000000000000004\n1e23\n8.5e-46",
  ]

  // MARK: Fixtures

  private func inputsOfFixtures() throws -> [[UInt8]] {
    try family.fixtures.flatMap { folder in
      switch family {
      case .folders: try inputs(ofRuns: fixtures + "/" + folder)
      case .server: try inputs(ofAnswers: fixtures + "/" + folder)
      default: try files(in: fixtures + "/" + folder).map { input($0, try bytes(of: $0)) }
      }
    }
  }

  /// The logs below a folder that are of the family.
  private func files(in folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().map { folder + "/" + $0 }.filter {
      path in
      var isFolder: ObjCBool = false
      let isDescription = path.hasSuffix("/README.md") || path.hasSuffix("/index.tsv")
      let isFile = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
      return isFile && !isDescription && (family != .sqlite || path.hasSuffix(".db"))
    }
  }

  private func bytes(of path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

  /// A file, behind the number of the name that is most like its own.
  private func input(_ path: String, _ bytes: [UInt8]) -> [UInt8] {
    let file = path.split(separator: "/").last ?? ""
    let isOfTag = file.contains("-tag-")
    let names = family.names.map { family == .gzip ? String($0.dropLast(3)) : $0 }
    let number =
      names.firstIndex { $0 == file }
      ?? names.firstIndex { name in
        name.split(separator: ".").last == file.split(separator: ".").last
          && name.contains("-tag-") == isOfTag
      }
    return [UInt8(number ?? 0)] + (family == .gzip ? Checksum.stored(bytes) : bytes)
  }

  /// Every folder of a run as one input of several files.
  private func inputs(ofRuns root: String) throws -> [[UInt8]] {
    let folders = try FileManager.default.contentsOfDirectory(atPath: root).sorted()
    return try folders.compactMap { folder in
      let files = try? files(in: root + "/" + folder)
      let parts = try files?.prefix(16).map { path in
        Self.part(String(path.dropFirst(root.count + 1)), try bytes(of: path))
      }
      return parts.flatMap { $0.isEmpty ? nil : Array($0.joined()) }
    }
  }

  private static func part(_ path: String, _ bytes: [UInt8]) -> [UInt8] {
    FolderTarget.mark + Array((path + "\n").utf8) + bytes + (bytes.last == 0x0A ? [] : [0x0A])
  }

  /// Answers of a server in the order in which it is asked.
  private func inputs(ofAnswers folder: String) throws -> [[UInt8]] {
    func answers(_ path: String, _ names: [String]) throws -> [UInt8] {
      let bodies = try names.map { try bytes(of: "\(folder)/\($0).json") + [0x0A] }
      return Array((path + "\n").utf8) + Array(bodies.joined(separator: ServerTarget.separator))
    }
    let run = "b5ab8f556c954668b5686fcaa60c5c16"
    let histories = ["get_history_diverge_train_loss", "get_history_diverge_val_loss"]
    return [
      try answers(run, ["run_get_diverge", "run_get_diverge"] + histories),
      try answers(
        "#/experiments/1/runs/" + run, ["run_get_diverge", "get_history_paged_1", "get_history_paged_2"]),
      try answers("", ["experiments_search", "runs_search", "run_get_diverge"] + histories),
      try answers(run, ["error_run_not_found"]),
    ]
  }

  // MARK: Examples

  private func input(_ example: FormatExample) -> [UInt8]? {
    switch example.content {
    case .bytes(let bytes): input(example.fileName, bytes)
    case .folder(let files): Array(files.map { Self.part($0.path, $0.bytes) }.joined())
    case .database, .address: nil
    }
  }
}
