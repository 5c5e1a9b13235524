extension NumericArray {
  /// All elements as `Float`, in row-major order; what does not fit is rounded to nearest.
  public func floats() -> [Float] {
    [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
      copy(0..<count, to: UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
      initialized = count
    }
  }

  /// All elements as `Double`, in row-major order; 64-bit integers beyond 2⁵³ are rounded to nearest.
  public func doubles() -> [Double] {
    [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
      convert(0..<count, to: UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
      initialized = count
    }
  }

  /// All elements as `Int`, in row-major order; `nil` if one is not a whole number that `Int` holds.
  public func integers() -> [Int]? {
    switch elementType {
    case .float16, .bfloat16, .float32, .float64:
      var integers: [Int] = []
      integers.reserveCapacity(count)
      for value in doubles() {
        guard let integer = Int(exactly: value) else { return nil }
        integers.append(integer)
      }
      return integers
    default:
      let integers = [Int](unsafeUninitializedCapacity: count) { buffer, initialized in
        fillIntegers(UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
        initialized = count
      }
      // An unsigned number that is too large has become negative.
      return elementType == .uint64 && integers.contains { $0 < 0 } ? nil : integers
    }
  }

  /// Converts a range of the elements into memory that a batch already has.
  ///
  /// - Precondition: The range lies in the array, and the memory has as many places.
  public func copy(_ range: Range<Int>, to target: UnsafeMutableBufferPointer<Float>) {
    convert(range, to: target)
  }

  /// The bytes of the elements with the low byte of each first.
  var littleEndianBytes: ArraySlice<UInt8> {
    let size = elementType.byteCount
    guard byteOrder == .big, size > 1 else { return bytes }
    var swapped = Array(bytes)
    for start in stride(from: 0, to: swapped.count, by: size) { swapped[start..<start + size].reverse() }
    return swapped[...]
  }

  private func convert<Target: ConvertedNumber>(
    _ range: Range<Int>, to target: UnsafeMutableBufferPointer<Target>
  ) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "\(range) of \(count) elements")
    precondition(target.count == range.count, "\(range.count) elements do not fill \(target.count) places")
    let size = elementType.byteCount
    bytes.withUnsafeBytes { whole in
      let raw = UnsafeRawBufferPointer(rebasing: whole[range.lowerBound * size..<range.upperBound * size])
      if elementType == Target.elementType, byteOrder == .host {
        UnsafeMutableRawBufferPointer(target).copyMemory(from: raw)
        return
      }
      let isSwapped = byteOrder != .host
      switch elementType {
      case .bool: fill(target, from: raw, isSwapped) { (bits: UInt8) in bits == 0 ? 0 : 1 }
      case .uint8: fill(target, from: raw, isSwapped) { (bits: UInt8) in Target(bits) }
      case .int8: fill(target, from: raw, isSwapped) { (bits: Int8) in Target(bits) }
      case .uint16: fill(target, from: raw, isSwapped) { (bits: UInt16) in Target(bits) }
      case .int16: fill(target, from: raw, isSwapped) { (bits: Int16) in Target(bits) }
      case .uint32: fill(target, from: raw, isSwapped) { (bits: UInt32) in Target(bits) }
      case .int32: fill(target, from: raw, isSwapped) { (bits: Int32) in Target(bits) }
      case .uint64: fill(target, from: raw, isSwapped) { (bits: UInt64) in Target(bits) }
      case .int64: fill(target, from: raw, isSwapped) { (bits: Int64) in Target(bits) }
      case .float16:
        fill(target, from: raw, isSwapped) { (bits: UInt16) in Target(HalfPrecision.float(binary16: bits)) }
      case .bfloat16:
        fill(target, from: raw, isSwapped) { (bits: UInt16) in Target(HalfPrecision.float(brain: bits)) }
      case .float32:
        fill(target, from: raw, isSwapped) { (bits: UInt32) in Target(Float(bitPattern: bits)) }
      case .float64:
        fill(target, from: raw, isSwapped) { (bits: UInt64) in Target(Double(bitPattern: bits)) }
      }
    }
  }

  private func fillIntegers(_ target: UnsafeMutableBufferPointer<Int>) {
    let isSwapped = byteOrder != .host
    bytes.withUnsafeBytes { raw in
      switch elementType {
      case .bool: fill(target, from: raw, isSwapped) { (bits: UInt8) in bits == 0 ? 0 : 1 }
      case .uint8: fill(target, from: raw, isSwapped) { (bits: UInt8) in Int(bits) }
      case .int8: fill(target, from: raw, isSwapped) { (bits: Int8) in Int(bits) }
      case .uint16: fill(target, from: raw, isSwapped) { (bits: UInt16) in Int(bits) }
      case .int16: fill(target, from: raw, isSwapped) { (bits: Int16) in Int(bits) }
      case .uint32: fill(target, from: raw, isSwapped) { (bits: UInt32) in Int(bits) }
      case .int32: fill(target, from: raw, isSwapped) { (bits: Int32) in Int(bits) }
      case .uint64, .int64: fill(target, from: raw, isSwapped) { (bits: Int64) in Int(bits) }
      case .float16, .bfloat16, .float32, .float64:
        preconditionFailure("the elements are no integers")
      }
    }
  }

  /// Fills memory with the values of the stored bits; one branch outside the loop, so that it vectorises.
  @inline(__always)
  private func fill<Bits: FixedWidthInteger & BitwiseCopyable, Target: BitwiseCopyable>(
    _ target: UnsafeMutableBufferPointer<Target>, from raw: UnsafeRawBufferPointer, _ isSwapped: Bool,
    _ value: (Bits) -> Target
  ) {
    let size = MemoryLayout<Bits>.size
    if isSwapped {
      for index in 0..<target.count {
        let bits = raw.loadUnaligned(fromByteOffset: index &* size, as: Bits.self)
        target.initializeElement(at: index, to: value(bits.byteSwapped))
      }
    } else {
      for index in 0..<target.count {
        target.initializeElement(
          at: index, to: value(raw.loadUnaligned(fromByteOffset: index &* size, as: Bits.self)))
      }
    }
  }
}

/// What elements are converted to: `Float` or `Double`.
private protocol ConvertedNumber: BinaryFloatingPoint, NumericElement {
  init(_ value: Float)
  init(_ value: Double)
}

extension Float: ConvertedNumber {}
extension Double: ConvertedNumber {}
