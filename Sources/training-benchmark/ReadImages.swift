import ArgumentParser
import Foundation
import Images
import Training

/// Reading a folder of images into tensors, beside torchvision's ImageFolder.
struct ReadImages: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "images", abstract: "Time reading a folder of images to 32 x 32 beside torchvision.")

  @Argument(help: "A folder with a folder for each class.")
  var folder: String

  @Option(help: "How many workers each side uses.")
  var workers = 1

  @Option(help: "How often each side reads the folder.")
  var rounds = 5

  @Option(help: "A Python with PyTorch and torchvision.")
  var python = "python3"

  private struct Question: Encodable {
    let folder: String
    let workers: Int
  }

  func run() throws {
    let peer = try? Peer(python: python, script: ".ci/peers/torchvision_images.py")
    let images = try ImageFolder(folder, size: ImageSize(square: 32))
    var ours = Double.infinity
    var theirs = Double.infinity
    let clock = ContinuousClock()
    for _ in 0..<rounds {
      let begin = clock.now
      let dataset = try images.decoded(workers: workers)
      _ = dataset.batch(at: Array(dataset.indices), workers: workers)
      ours = min(ours, (clock.now - begin) / .seconds(1))
      if let peer { theirs = min(theirs, try peer.ask(Question(folder: folder, workers: workers))) }
    }
    print(Machine.summary(peer: peer?.version, threads: workers))
    print("\n| images to 32 x 32 | here | torchvision | ratio |\n|---|---:|---:|---:|")
    let ratio = theirs.isFinite ? String(format: "%.2f", theirs / ours) : ""
    print(
      "| \(images.count) files | \(Machine.time(ours)) | \(theirs.isFinite ? Machine.time(theirs) : "") | \(ratio) |"
    )
  }
}
