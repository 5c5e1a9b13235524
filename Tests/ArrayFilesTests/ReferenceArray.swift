import Foundation
import TestSupport
import Testing

@testable import ArrayFiles

/// An array that `Fixtures/arrays/make_arrays.py` wrote with numpy or safetensors.
struct ReferenceArray: Decodable, Sendable, CustomTestStringConvertible {
  private struct List: Decodable {
    let arrays: [ReferenceArray]
  }

  let file: String
  /// The name in an archive.
  let name: String?
  let shape: [Int]
  let type: String
  /// As Python prints them; of a long array there is only the sum.
  let values: [String]?
  let sum: Double?
  var testDescription: String { name.map { "\(file), \($0)" } ?? file }

  var path: String { Fixtures.path("arrays/" + file) }

  static func all(_ folder: String) throws -> [ReferenceArray] {
    try Fixtures.decode(List.self, from: "arrays/arrays.json").arrays.filter {
      $0.file.hasPrefix(folder + "/")
    }
  }

  func expectSame(_ array: NumericArray, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(array.shape == shape, sourceLocation: sourceLocation)
    #expect(array.elementType.rawValue == type, sourceLocation: sourceLocation)
    if let sum { #expect(array.doubles().reduce(0, +) == sum, sourceLocation: sourceLocation) }
    guard let values else { return }
    let expected = values.map { Double($0 == "True" ? "1" : $0 == "False" ? "0" : $0) }
    expectSameBits(array.doubles(), expected, sourceLocation: sourceLocation)
    expectSameBits(
      array.floats().map(Double.init), expected.map { $0.map { Double(Float($0)) } },
      sourceLocation: sourceLocation)
    guard !type.contains("float"), type != "bool" else { return }
    let integers = values.compactMap { Int($0) }
    #expect(
      array.integers() == (integers.count == values.count ? integers : nil), sourceLocation: sourceLocation)
  }

  /// The same numbers, sign of zero included, and NaN where there is NaN.
  private func expectSameBits(_ found: [Double], _ expected: [Double?], sourceLocation: SourceLocation) {
    #expect(found.count == expected.count, sourceLocation: sourceLocation)
    for (index, (one, other)) in zip(found, expected).enumerated() {
      guard let other, one.bitPattern != other.bitPattern, !(one.isNaN && other.isNaN) else {
        if other == nil {
          Issue.record("value \(index) of the reference is no number", sourceLocation: sourceLocation)
        }
        continue
      }
      Issue.record("value \(index) is \(one), not \(other)", sourceLocation: sourceLocation)
    }
  }
}
