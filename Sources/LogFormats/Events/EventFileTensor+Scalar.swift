extension EventFileTensor {
  /// The one number of a tensor with one element; `nil` for larger tensors and for texts.
  var scalar: Double? {
    guard shape.dim.allSatisfy({ $0.size == 1 }) else { return nil }
    return content.isEmpty ? listedScalar : storedScalar
  }

  /// TensorFlow's numbers of the element types.
  private enum ElementType: Int32 {
    case float32 = 1
    case float64 = 2
    case int32 = 3
    case uint8 = 4
    case int16 = 5
    case int8 = 6
    case int64 = 9
    case bool = 10
    case bfloat16 = 14
    case uint16 = 17
    case float16 = 19
    case uint32 = 22
    case uint64 = 23
  }

  /// The number in the raw bytes.
  private var storedScalar: Double? {
    guard let type = ElementType(rawValue: dtype) else { return nil }
    let bits = LittleEndian.integer(content)
    let (size, value): (Int, Double) =
      switch type {
      case .float32: (4, Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))))
      case .float64: (8, Double(bitPattern: bits))
      case .int32: (4, Double(Int32(truncatingIfNeeded: bits)))
      case .uint8: (1, Double(bits))
      case .int16: (2, Double(Int16(truncatingIfNeeded: bits)))
      case .int8: (1, Double(Int8(truncatingIfNeeded: bits)))
      case .int64: (8, Double(Int64(bitPattern: bits)))
      case .bool: (1, bits == 0 ? 0 : 1)
      case .bfloat16: (2, Self.bfloat16(UInt16(truncatingIfNeeded: bits)))
      case .uint16: (2, Double(bits))
      case .float16: (2, Self.float16(UInt16(truncatingIfNeeded: bits)))
      case .uint32: (4, Double(bits))
      case .uint64: (8, Double(bits))
      }
    return content.count == size ? value : nil
  }

  /// The number in the list of its type.
  private var listedScalar: Double? {
    guard let type = ElementType(rawValue: dtype) else { return nil }
    return switch type {
    case .float32: one(floatVal).map { Double($0) }
    case .float64: one(doubleVal)
    case .int32, .uint8, .int16, .int8, .uint16: one(intVal).map { Double($0) }
    case .int64: one(int64Val).map { Double($0) }
    case .bool: one(boolVal).map { $0 ? 1 : 0 }
    case .bfloat16: one(halfVal).map { Self.bfloat16(UInt16(truncatingIfNeeded: $0)) }
    case .float16: one(halfVal).map { Self.float16(UInt16(truncatingIfNeeded: $0)) }
    case .uint32: one(uint32Val).map { Double($0) }
    case .uint64: one(uint64Val).map { Double($0) }
    }
  }

  private func one<Element>(_ list: [Element]) -> Element? { list.count == 1 ? list.first : nil }

  private static func bfloat16(_ bits: UInt16) -> Double { Double(Float(bitPattern: UInt32(bits) << 16)) }

  /// The number of an IEEE half; `Float16` is not on every platform.
  private static func float16(_ bits: UInt16) -> Double {
    let sign: Double = bits >> 15 == 1 ? -1 : 1
    let exponent = Int(bits >> 10 & 0x1F)
    let fraction = Double(bits & 0x3FF) / 1024
    return switch exponent {
    case 0: sign * Double(sign: .plus, exponent: -14, significand: fraction)
    case 0x1F: fraction == 0 ? sign * .infinity : .nan
    default: sign * Double(sign: .plus, exponent: exponent - 15, significand: 1 + fraction)
    }
  }
}
