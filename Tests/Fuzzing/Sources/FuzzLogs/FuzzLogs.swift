import Foundation

/// What libFuzzer calls. The family is chosen by the environment: `FUZZ_FAMILY=json FuzzLogs corpus/json`.
enum FuzzLogs {
  static let family: Family = {
    let name = variable("FUZZ_FAMILY")
    guard let family = Family(rawValue: name) else {
      refuse("FUZZ_FAMILY is \"\(name)\", expected one of \(Family.allCases.map(\.rawValue))")
    }
    return family
  }()

  fileprivate static let target = family.target

  static func variable(_ name: String) -> String { ProcessInfo.processInfo.environment[name] ?? "" }

  static func refuse(_ message: String) -> Never {
    FileHandle.standardError.write(Data("FuzzLogs: \(message)\n".utf8))
    exit(2)
  }
}

/// Begins: lists the families or writes the seeds of one, if that is all that was asked for.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(_: UnsafeMutableRawPointer, _: UnsafeMutableRawPointer) -> CInt {
  if FuzzLogs.variable("FUZZ_FAMILY").isEmpty {
    print(Family.allCases.map(\.rawValue).joined(separator: "\n"))
    exit(0)
  }
  let fixtures = FuzzLogs.variable("FUZZ_FIXTURES")
  if !fixtures.isEmpty {
    do {
      try Seeds(of: FuzzLogs.family, fixtures: fixtures).write(to: FuzzLogs.variable("FUZZ_CORPUS"))
    } catch {
      FuzzLogs.refuse("the seeds cannot be written: \(error)")
    }
    exit(0)
  }
  return 0
}

/// Reads an input; any answer will do that keeps the family's promises.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  FuzzLogs.target.read(UnsafeBufferPointer(start: start, count: count))
  return 0
}

@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ room: Int) -> Int

/// Changes an input as libFuzzer does by itself, then writes the right checksums where the format has them: with wrong
/// ones nearly every input would be refused at its door.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(
  _ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ room: Int, _ seed: CUnsignedInt
) -> Int {
  let count = mutateBytes(start, count, room)
  // One input in eight keeps its wrong checksums.
  if seed % 8 != 0 {
    FuzzLogs.family.repair?(UnsafeMutableRawBufferPointer(start: start, count: count))
  }
  return count
}
