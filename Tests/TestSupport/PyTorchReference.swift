import Testing

/// What `Fixtures/reference/make_pytorch.py` measured with PyTorch, one file a family.
public enum PyTorchReference {
  /// Reads `Fixtures/reference/pytorch/<name>.json`.
  public static func load<Content: Decodable>(_ name: String, as type: Content.Type) throws -> Content {
    try Fixtures.decode(type, from: "reference/pytorch/\(name).json")
  }
}

/// Numbers and their shape, as a reference file has them.
public struct ReferenceTensor: Decodable, Sendable {
  public let shape: [Int]
  public let values: [Float]
}

/// Compares numbers with reference numbers.
///
/// Each may be off by `tolerance` of itself, and by a tenth of that of the largest among them: what rounding
/// leaves of a sum is in proportion to its terms, not to the sum. Where the reference has no number, there
/// may be none.
public func expectClose(
  _ values: [Float], shape: [Int], to reference: ReferenceTensor, tolerance: Float = 1e-5,
  _ what: String = "values", sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(shape == reference.shape, "the shape of the \(what)", sourceLocation: sourceLocation)
  #expect(values.count == reference.values.count, "the count of the \(what)", sourceLocation: sourceLocation)
  let scale = reference.values.map(\.magnitude).max() ?? 0
  for (place, (value, expected)) in zip(values, reference.values).enumerated() {
    let allowed = tolerance * (expected.magnitude + scale / 10)
    #expect(
      abs(value - expected) <= allowed, "number \(place) of the \(what): \(value), PyTorch has \(expected)",
      sourceLocation: sourceLocation)
  }
}
