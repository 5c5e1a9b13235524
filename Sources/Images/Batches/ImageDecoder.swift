import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads many images at once.
public enum ImageDecoder {
  /// How many processors there are.
  public static var processorCount: Int {
    max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1)
  }

  /// Reads image files and brings them all to one size, several at a time.
  ///
  /// Each image comes out as ``Image/init(contentsOf:channels:resizedTo:fit:)`` has it, whatever the number of
  /// workers. All files are tried, so that one message names several bad ones.
  /// - Parameters:
  ///   - workers: How many threads read at the same time, at most.
  ///   - progress: Called after each image with how many are done and how many there are; on any thread, never
  ///     twice at once.
  /// - Returns: The values of all images in the order of the paths: (count, height, width, channel).
  /// - Throws: ``ImageBatchError`` if any image cannot be read.
  public static func decode(
    _ paths: [String], size: ImageSize, channels: Image.Channels = .rgb, fit: ImageFit = .stretch,
    workers: Int = processorCount, progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) throws(ImageBatchError) -> [UInt8] {
    precondition(workers > 0, "\(workers) workers cannot read anything")
    let imageLength = size.width * size.height * channels.rawValue
    let state = DecodingProgress(count: paths.count, report: progress)
    let pixels = [UInt8](unsafeUninitializedCapacity: paths.count * imageLength) { buffer, filled in
      // Each image has its own part of the memory.
      nonisolated(unsafe) let buffer = buffer
      DispatchQueue.concurrentPerform(iterations: min(workers, paths.count)) { _ in
        let reader = ImageReader()
        while let index = state.claim() {
          do throws(ImageError) {
            let decoded = try reader.read(
              paths[index], channels: channels, target: ImageTarget(size: size, fit: fit))
            let part = buffer[index * imageLength..<(index + 1) * imageLength]
            Resampler(decoded, to: size, fit: fit).write(to: UnsafeMutableBufferPointer(rebasing: part))
            state.finish(index)
          } catch {
            state.finish(index, error: error)
          }
        }
      }
      // What a failure leaves out is never seen.
      filled = state.error == nil ? paths.count * imageLength : 0
    }
    if let error = state.error { throw error }
    return pixels
  }
}
