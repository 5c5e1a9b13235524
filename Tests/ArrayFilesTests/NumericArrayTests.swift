import TestSupport
import Testing

@testable import ArrayFiles

struct NumericArrayTests {
  @Test func `elements of every type of Swift come back`() {
    expect([true, false, true], [1, 0, 1])
    expect([0, 255] as [UInt8], [0, 255])
    expect([-128, 127] as [Int8], [-128, 127])
    expect([0, 65_535] as [UInt16], [0, 65_535])
    expect([-32_768, 32_767] as [Int16], [-32_768, 32_767])
    expect([0, .max] as [UInt32], [0, 4_294_967_295])
    expect([.min, .max] as [Int32], [-2_147_483_648, 2_147_483_647])
    expect([0, 1 << 63] as [UInt64], [0, 0x1p63])
    expect([.min, 7] as [Int64], [-0x1p63, 7])
    expect([-1.5, .leastNonzeroMagnitude] as [Float], [-1.5, 0x1p-149])
    expect([-1.5, 1e300] as [Double], [-1.5, 1e300])
  }

  private func expect<Element: NumericElement>(_ values: [Element], _ doubles: [Double]) {
    let array = NumericArray(values, shape: [values.count])
    #expect(array.elementType == Element.elementType)
    #expect(array.doubles() == doubles)
    #expect(array.floats() == doubles.map { Float($0) })
  }

  #if !(os(macOS) && arch(x86_64))
    @Test func `all half-precision numbers are converted as by the processor`() {
      for bits in UInt16.min ... .max {
        let value = HalfPrecision.float(binary16: bits)
        let expected = Float(Float16(bitPattern: bits))
        if value.bitPattern != expected.bitPattern { #expect(value.isNaN && expected.isNaN, "\(bits)") }
      }
    }
  #endif

  @Test func `rows share the order and the values`() {
    let array = NumericArray((0..<24).map { Int32($0) }, shape: [4, 3, 2])
    let rows = array[rows: 1..<3]
    #expect(rows.shape == [2, 3, 2])
    #expect(rows.integers() == Array(6..<18))
    #expect(rows[rows: 1..<2].integers() == Array(12..<18))
    #expect(array[rows: 2..<2].shape == [0, 3, 2])
  }

  @Test func `a shape changes and the values stay`() {
    let array = NumericArray((0..<6).map { Float($0) }, shape: [2, 3]).reshaped(to: [3, 1, 2])
    #expect(array.shape == [3, 1, 2])
    #expect(array.floats() == [0, 1, 2, 3, 4, 5])
  }

  @Test func `a range is converted into memory that is there`() {
    let array = NumericArray([10, 20, 30, 40] as [UInt8], shape: [4])
    var batch: [Float] = [0, 0, 0, 0]
    batch.withUnsafeMutableBufferPointer {
      array.copy(1..<3, to: UnsafeMutableBufferPointer(rebasing: $0[2...]))
    }
    #expect(batch == [0, 0, 20, 30])
  }

  @Test func `whole floats are integers and others are not`() {
    #expect(NumericArray([3, -1] as [Float], shape: [2]).integers() == [3, -1])
    #expect(NumericArray([0.5] as [Double], shape: [1]).integers() == nil)
    #expect(NumericArray([Float.nan], shape: [1]).integers() == nil)
    #expect(NumericArray([Double.infinity], shape: [1]).integers() == nil)
    #expect(NumericArray([UInt64.max], shape: [1]).integers() == nil)
    #expect(NumericArray([true, false], shape: [2]).integers() == [1, 0])
  }

  @Test(
    arguments: [
      ([], 1), ([0], 0), ([3, 0, 2], 0), ([2, 3], 6), ([-1], nil), ([0, -1], nil), ([1 << 40, 1 << 40], nil),
      ([0, 1 << 40, 1 << 40], nil),
    ] as [([Int], Int?)])
  func `shapes are counted without overflow`(shape: [Int], count: Int?) {
    #expect(Shape.elementCount(shape) == count)
  }

  @Test(arguments: [[5], [3, 4], [1, 7], [2, 3, 4], [2, 3, 4, 5], [33, 2, 65]], [1, 2, 4, 8])
  func `Fortran's order becomes row-major order`(shape: [Int], size: Int) {
    let count = shape.reduce(1, *)
    var stored = [UInt8](repeating: 0, count: count * size)
    var expected = stored
    for number in 0..<count {
      // The place of an element in both orders, index by index.
      var (rest, column, stride) = (number, 0, count)
      for axis in shape.reversed() {
        stride /= axis
        column += rest % axis * stride
        rest /= axis
      }
      for byte in 0..<size {
        stored[column * size + byte] = UInt8(truncatingIfNeeded: number &* 31 &+ byte)
        expected[number * size + byte] = UInt8(truncatingIfNeeded: number &* 31 &+ byte)
      }
    }
    #expect(FortranOrder.rowMajor(stored[...], shape: shape, elementSize: size).elementsEqual(expected))
  }
}
