import Foundation

/// Runs a program of the package as a process, in a folder of its own.
public struct Command {
  /// What a run of the program left behind.
  public struct Result {
    public let status: Int32
    public let output: String
    public let errors: String
    public let outputData: Data
  }

  private let scratch: ScratchFolder
  private let executable: URL

  /// The folder that the program runs in.
  public var folder: URL { URL(filePath: scratch.path, directoryHint: .isDirectory) }

  /// Creates a new empty folder to run in.
  ///
  /// - Parameter name: The program's, which stands beside the tests in the folder of the build.
  public init(_ name: String) throws {
    executable = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: name)
    scratch = try ScratchFolder()
  }

  /// Runs the program to its end.
  public func callAsFunction(_ arguments: String..., input: String? = nil) throws -> Result {
    try run(arguments, input: input)
  }

  /// Runs the program to its end.
  ///
  /// - Parameter screen: Where standard output goes; `nil` for the output of the result.
  public func run(
    _ arguments: [String], input: String? = nil, environment: [String: String] = [:],
    screen: FileHandle? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files instead of pipes: a pipe that nobody reads would stop the program when it is full.
    let files = ["in", "out", "err"].map { folder.appending(path: ".\($0)-\(UUID().uuidString)") }
    try Data((input ?? "").utf8).write(to: files[0])
    for file in files.dropFirst() { try Data().write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try screen ?? FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    let data = try files.map { try Data(contentsOf: $0) }
    for file in files { try FileManager.default.removeItem(at: file) }
    return Result(
      status: process.terminationStatus, output: String(decoding: data[1], as: UTF8.self),
      errors: String(decoding: data[2], as: UTF8.self), outputData: data[1])
  }

  /// Starts the program; what it prints goes to a file.
  public func start(_ arguments: [String], output name: String) throws -> Process {
    try scratch.write([], to: name)
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: scratch(name)))
    try process.run()
    return process
  }

  public func write(_ text: String, to name: String) throws {
    try scratch.write(text.utf8, to: name)
  }

  public func read(_ name: String) throws -> Data {
    try Data(contentsOf: URL(filePath: scratch(name)))
  }

  public func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: scratch(name))
  }

  /// Every file below the folder, by its path from there.
  public var files: [String] {
    let all = FileManager.default.enumerator(atPath: scratch.path)?.compactMap { $0 as? String } ?? []
    return all.filter { !folder.appending(path: $0).hasDirectoryPath && $0.contains(".") }.sorted()
  }
}
