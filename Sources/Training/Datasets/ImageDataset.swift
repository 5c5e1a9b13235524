import Images
import Tensors

/// Images in memory, a byte for each number, with the numbers of their classes.
public struct ImageDataset: Dataset {
  public let classNames: [String]
  public let size: ImageSize
  public let channels: Int
  public let scaling: PixelScaling
  private let pixels: [UInt8]
  private let labels: [Int]

  /// - Parameter pixels: the images one after the other, each height x width x channels.
  init(
    pixels: [UInt8], labels: [Int], classNames: [String], size: ImageSize, channels: Int,
    scaling: PixelScaling
  ) {
    self.pixels = pixels
    self.labels = labels
    self.classNames = classNames
    self.size = size
    self.channels = channels
    self.scaling = scaling
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { labels.count }

  /// The shape of an image: channels, height and width.
  public var inputShape: Shape { [channels, size.height, size.width] }

  public subscript(position: Int) -> Sample {
    let batch = batch(at: [position], workers: 1)
    return Sample(input: batch.inputData.reshaped(to: inputShape), classIndex: labels[position])
  }

  public func batch(at places: [Int], workers: Int) -> Batch {
    let count = inputShape.elementCount
    let inputs = TensorData(shape: Shape([places.count] + inputShape)) { target in
      pixels.withUnsafeBufferPointer { pixels in
        guard let target = target.baseAddress else { return }
        for (row, place) in places.enumerated() {
          let image = UnsafeBufferPointer(rebasing: pixels[(place * count)..<((place + 1) * count)])
          scaling.write(image, channels: channels, to: target + row * count)
        }
      }
    }
    return Batch(inputs: inputs, targets: TensorData(places.map { Float(labels[$0]) }, shape: [places.count]))
  }
}
