import Files

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A file of the benchmark that holds JSON, whole or a value a line.
package struct JSONFile {
  let path: String

  package init(path: String) {
    self.path = path
  }

  package func value<Value: Decodable>(_ type: Value.Type) throws(BenchmarkError) -> Value {
    try decode(type, from: Data(try bytes()), line: nil)
  }

  /// The values of the lines that are not blank.
  func lines<Value: Decodable>(_ type: Value.Type) throws(BenchmarkError) -> [Value] {
    let lines = try bytes().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var values: [Value] = []
    for (index, line) in lines.enumerated() {
      guard !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) else { continue }
      values.append(try decode(type, from: Data(line), line: index + 1))
    }
    return values
  }

  private func bytes() throws(BenchmarkError) -> [UInt8] {
    do {
      return try FileBytes.contents(of: path)
    } catch {
      throw .file(path: path, error)
    }
  }

  private func decode<Value: Decodable>(
    _ type: Value.Type, from data: Data, line: Int?
  ) throws(BenchmarkError) -> Value {
    do {
      return try JSONDecoder().decode(type, from: data)
    } catch let error as DecodingError {
      throw .malformed(path: path, line: line, problem: error.sentence)
    } catch {
      throw .malformed(path: path, line: line, problem: "\(error)")
    }
  }
}

extension DecodingError {
  /// What is wrong and where, in a sentence.
  fileprivate var sentence: String {
    let context: Context
    switch self {
    case .typeMismatch(_, let found), .valueNotFound(_, let found), .keyNotFound(_, let found),
      .dataCorrupted(let found):
      context = found
    @unknown default: return "\(self)"
    }
    let place = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
    return (place.isEmpty ? "" : "at \(place.joined(separator: ".")): ") + context.debugDescription
  }
}
