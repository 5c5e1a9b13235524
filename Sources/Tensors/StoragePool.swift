import Synchronization

/// Large pieces of memory that are kept for the next tensor of their size.
///
/// A training step asks for the same sizes again and again. Returned to the system in between, every page of
/// them would be fetched and cleared anew: a fifth of the time of a step with large layers.
enum StoragePool {
  /// Smaller pieces are left to the allocator, which is fast with them.
  private static let smallestPooled = 1 << 13
  /// The most floats that are kept: 512 MB.
  private static let mostKept = 1 << 27

  private struct Shelf {
    var pieces: [Int: [UnsafeMutableRawPointer]] = [:]
    var kept = 0
  }

  private static let shelf = Mutex(Shelf())

  static func take(count: Int) -> UnsafeMutablePointer<Float> {
    if count >= smallestPooled {
      // A raw pointer may leave the lock only as a number.
      let address = shelf.withLock { shelf -> UInt? in
        guard let piece = shelf.pieces[count]?.popLast() else { return nil }
        shelf.kept -= count
        return UInt(bitPattern: piece)
      }
      if let address, let piece = UnsafeMutableRawPointer(bitPattern: address) {
        return piece.assumingMemoryBound(to: Float.self)
      }
    }
    return .allocate(capacity: count)
  }

  static func give(_ pointer: UnsafeMutablePointer<Float>, count: Int) {
    if count >= smallestPooled {
      let address = UInt(bitPattern: pointer)
      let isKept = shelf.withLock { shelf in
        guard shelf.kept + count <= mostKept, let piece = UnsafeMutableRawPointer(bitPattern: address) else {
          return false
        }
        shelf.pieces[count, default: []].append(piece)
        shelf.kept += count
        return true
      }
      if isKept { return }
    }
    pointer.deallocate()
  }
}
