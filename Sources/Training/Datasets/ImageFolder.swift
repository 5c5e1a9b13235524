import Files
import Images
import Tensors

/// Images in a folder for each class, decoded when they are asked for.
///
/// ```swift
/// let folder = try ImageFolder("data/train", size: ImageSize(width: 32, height: 32))
/// let dataset = try folder.decoded()      // all of them in memory, decoded once
/// ```
public struct ImageFolder: Dataset {
  public let path: String
  /// The names of the classes: those of the folders, sorted.
  public let classNames: [String]
  public let size: ImageSize
  public let channels: Image.Channels
  public let fit: ImageFit
  public let scaling: PixelScaling
  private let paths: [String]
  private let labels: [Int]

  /// Lists a folder; no image is opened.
  ///
  /// - Throws: ``DatasetError`` where there is no folder, no class or a class without images.
  public init(
    _ path: String, size: ImageSize, channels: Image.Channels = .rgb, fit: ImageFit = .stretch,
    scaling: PixelScaling = .centered
  ) throws(DatasetError) {
    do throws(ImageError) {
      let listing = try ImageFolderListing(path)
      classNames = listing.classNames
      paths = listing.paths
      labels = listing.labels
    } catch {
      throw .images(error)
    }
    self.path = path
    self.size = size
    self.channels = channels
    self.fit = fit
    self.scaling = scaling
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { paths.count }

  public subscript(position: Int) -> ImageSample {
    ImageSample(
      path: paths[position], label: labels[position], size: size, channels: channels, fit: fit,
      scaling: scaling)
  }

  /// Checks that these are the classes of the training data.
  ///
  /// - Throws: ``DatasetError`` with the classes that are missing or too many.
  public func checkClasses(_ training: [String]) throws(DatasetError) {
    let missing = training.filter { !classNames.contains($0) }
    let unexpected = classNames.filter { !training.contains($0) }
    if !missing.isEmpty || !unexpected.isEmpty {
      throw .classes(path: path, missing: missing, unexpected: unexpected)
    }
  }

  /// Decodes all images, several at a time, and keeps them in memory as bytes.
  ///
  /// - Parameters:
  ///   - workers: how many threads decode.
  ///   - progress: called with how many are done and how many there are; on any thread, never twice at once.
  /// - Throws: ``DatasetError`` that names the images that cannot be read; also where they do not fit the memory.
  public func decoded(
    workers: Int = ImageDecoder.processorCount,
    progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) throws(DatasetError) -> ImageDataset {
    let bytesPerImage = size.width * size.height * channels.rawValue
    guard MemoryBudget.holds(bytesPerImage * count) else {
      throw .unusable(
        path: path,
        problem:
          "\(count) images of \(size.width) x \(size.height) pixels are larger than the memory; choose a "
          + "smaller size (--size)")
    }
    do throws(ImageBatchError) {
      let pixels = try ImageDecoder.decode(
        paths, size: size, channels: channels, fit: fit, workers: workers, progress: progress)
      return ImageDataset(
        pixels: pixels, labels: labels, classNames: classNames, size: size, channels: channels.rawValue,
        scaling: scaling)
    } catch {
      throw .decoding(error)
    }
  }
}

/// An image file that can be decoded to a sample.
public struct ImageSample: SampleSource {
  public let path: String
  /// The number of its class.
  public let label: Int
  let size: ImageSize
  let channels: Image.Channels
  let fit: ImageFit
  let scaling: PixelScaling

  public var classIndex: Int? { label }

  public func sample() throws(ImageError) -> Sample {
    let image = try Image(contentsOf: path, channels: channels, resizedTo: size, fit: fit)
    let shape: Shape = [channels.rawValue, size.height, size.width]
    let input = TensorData(shape: shape) { target in
      image.pixels.withUnsafeBufferPointer { pixels in
        guard let target = target.baseAddress else { return }
        scaling.write(pixels, channels: channels.rawValue, to: target)
      }
    }
    return Sample(input: input, classIndex: label)
  }
}
