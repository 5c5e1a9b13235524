/// The type of the numbers in an array, as the file stores them.
public enum ElementType: String, Sendable, Hashable, Codable, CaseIterable {
  /// One byte; 0 is false, everything else true.
  case bool
  case uint8, int8
  case uint16, int16
  case uint32, int32
  case uint64, int64
  /// IEEE 754 half precision.
  case float16
  /// The upper half of a `float32`.
  case bfloat16
  case float32, float64

  /// The bytes of one element.
  public var byteCount: Int {
    switch self {
    case .bool, .uint8, .int8: 1
    case .uint16, .int16, .float16, .bfloat16: 2
    case .uint32, .int32, .float32: 4
    case .uint64, .int64, .float64: 8
    }
  }
}
