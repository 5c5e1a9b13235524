/// Brings elements that were stored with the first index running fastest into row-major order.
enum FortranOrder {
  /// The bytes of the same array in row-major order.
  ///
  /// Works in squares of the first and the last axis, so that neither reading nor writing jumps at every
  /// element.
  static func rowMajor(_ bytes: ArraySlice<UInt8>, shape: [Int], elementSize: Int) -> ArraySlice<UInt8> {
    guard shape.count > 1, !bytes.isEmpty else { return bytes }
    let first = shape[0]
    let last = shape[shape.count - 1]
    let middle = Array(shape.dropFirst().dropLast())
    let middleCount = middle.reduce(1, *)
    let sides = Sides(
      first: first, last: last, fromStride: first * middleCount, toStride: middleCount * last)
    let result = [UInt8](unsafeUninitializedCapacity: bytes.count) { target, count in
      bytes.withUnsafeBytes { source in
        let target = UnsafeMutableRawBufferPointer(target)
        for place in 0..<middleCount {
          // The place in the middle axes, by row-major counting, as an offset by column-major counting.
          var rest = place
          var reversed = 0
          var stride = middleCount
          for size in middle.reversed() {
            stride /= size
            reversed += rest % size * stride
            rest /= size
          }
          let (from, to) = (reversed * first, place * last)
          switch elementSize {
          case 1: transpose(UInt8.self, source, from, target, to, sides)
          case 2: transpose(UInt16.self, source, from, target, to, sides)
          case 4: transpose(UInt32.self, source, from, target, to, sides)
          default: transpose(UInt64.self, source, from, target, to, sides)
          }
        }
      }
      count = bytes.count
    }
    return result[...]
  }

  /// The two axes that change places, and the distance between neighbours along each where it is not 1.
  private struct Sides {
    var first: Int
    var last: Int
    /// Between neighbours of the last axis where they are read.
    var fromStride: Int
    /// Between neighbours of the first axis where they are written.
    var toStride: Int
  }

  private static func transpose<Bits: BitwiseCopyable>(
    _: Bits.Type, _ source: UnsafeRawBufferPointer, _ from: Int, _ target: UnsafeMutableRawBufferPointer,
    _ to: Int, _ sides: Sides
  ) {
    let side = 32
    let size = MemoryLayout<Bits>.size
    for rowStart in stride(from: 0, to: sides.first, by: side) {
      for columnStart in stride(from: 0, to: sides.last, by: side) {
        for row in rowStart..<min(rowStart + side, sides.first) {
          for column in columnStart..<min(columnStart + side, sides.last) {
            let bits = source.loadUnaligned(
              fromByteOffset: (from + row + column * sides.fromStride) * size, as: Bits.self)
            target.storeBytes(
              of: bits, toByteOffset: (to + row * sides.toStride + column) * size, as: Bits.self)
          }
        }
      }
    }
  }
}
