import Foundation
import Images
import PetDrawing
import Testing

@Suite struct PetFolderTests {
  func withScratchFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "pets-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path(percentEncoded: false))
  }

  func files(_ listing: ImageFolderListing) throws -> [[UInt8]] {
    try listing.paths.map { try [UInt8](Data(contentsOf: URL(filePath: $0))) }
  }

  @Test func `a folder to train from`() throws {
    try withScratchFolder { folder in
      let path = folder + "/new/pets"
      var calls: [[Int]] = []
      try PetDrawing(seed: 5).writeFolder(path, training: 3, validation: 2, size: 40) {
        calls.append([$0, $1])
      }
      #expect(calls == (1...10).map { [$0, 10] })
      let training = try ImageFolderListing(path + "/train")
      #expect(training.classNames == ["cat", "dog"])
      #expect(training.labels == [0, 0, 0, 1, 1, 1])
      #expect(training.paths.first == path + "/train/cat/cat-0001.png")
      let validation = try ImageFolderListing(path + "/valid")
      #expect(validation.paths.last == path + "/valid/dog/dog-0002.png")
      #expect(try Image(contentsOf: validation.paths[0]).size == ImageSize(square: 40))
      let all = try files(training) + files(validation)
      #expect(Set(all).count == 10)
    }
  }

  @Test func `more pictures begin with the same ones`() throws {
    try withScratchFolder { folder in
      let pets = PetDrawing(seed: 6)
      try pets.writeFolder(folder + "/few", training: 2, validation: 0, size: 16)
      try pets.writeFolder(folder + "/many", training: 3, validation: 1, size: 16)
      #expect(!FileManager.default.fileExists(atPath: folder + "/few/valid"))
      let few = try files(ImageFolderListing(folder + "/few/train"))
      let many = try files(ImageFolderListing(folder + "/many/train"))
      #expect([0, 1, 3, 4].map { many[$0] } == few)
    }
  }

  @Test func `an empty folder is taken, one with a file is not`() throws {
    try withScratchFolder { folder in
      let pets = PetDrawing(seed: 7)
      try pets.writeFolder(folder, training: 1, validation: 0, size: 16)
      let before = try files(ImageFolderListing(folder + "/train"))
      let error = #expect(throws: PetDrawingError.self) {
        try PetDrawing(seed: 8).writeFolder(folder, training: 1, validation: 1, size: 16)
      }
      #expect(error == .folderNotEmpty(path: folder))
      #expect(error?.description.contains("nothing is overwritten") == true)
      #expect(try files(ImageFolderListing(folder + "/train")) == before)
      #expect(!FileManager.default.fileExists(atPath: folder + "/valid"))
    }
  }

  @Test func `a file in the way`() throws {
    try withScratchFolder { folder in
      try Data([1]).write(to: URL(filePath: folder + "/file"))
      for path in [folder + "/file", folder + "/file/pets"] {
        let error = #expect(throws: PetDrawingError.self) {
          try PetDrawing(seed: 1).writeFolder(path, training: 1, validation: 0)
        }
        #expect(error?.description.hasPrefix(path) == true)
      }
    }
  }

  @Test(arguments: [-1, 0, 7, 4097]) func `a size that no picture has leaves no folder`(size: Int) throws {
    try withScratchFolder { folder in
      #expect(throws: PetDrawingError.invalidSize(size)) {
        try PetDrawing(seed: 1).writeFolder(folder + "/pets", training: 1, validation: 0, size: size)
      }
      #expect(!FileManager.default.fileExists(atPath: folder + "/pets"))
    }
  }

  @Test func `mean colours tell nothing of the species`() throws {
    try withScratchFolder { folder in
      let perClass = 40
      try PetDrawing(seed: 1).writeFolder(folder, training: perClass, validation: 0, size: 16)
      let listing = try ImageFolderListing(folder + "/train")
      let pixels = try ImageDecoder.decode(listing.paths, size: ImageSize(square: 1))
      for channel in 0..<3 {
        let values = stride(from: channel, to: pixels.count, by: 3).map { Double(pixels[$0]) / 255 }
        let means = [values[..<perClass], values[perClass...]].map { $0.reduce(0, +) / Double(perClass) }
        // Values vary by about 0.12 from picture to picture, so these means by 0.02.
        #expect(abs(means[0] - means[1]) < 0.06)
      }
    }
  }
}
