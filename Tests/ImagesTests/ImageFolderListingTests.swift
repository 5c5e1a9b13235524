import Images
import TestSupport
import Testing

@Suite struct ImageFolderListingTests {
  @Test func `classes and files are sorted, other files passed over`() throws {
    let folder = try ScratchFolder()
    for name in [
      "dog/2.JPG", "dog/10.jpeg", "dog/.hidden.png", "dog/notes.txt", "dog/jpg", "cat/b/1.png", "cat/z.Png",
      ".cache/1.png", "readme.md", "Zebra/1.png",
    ] {
      try folder.write([1], to: name)
    }
    let listing = try ImageFolderListing(folder.path + "/")
    #expect(listing.classNames == ["Zebra", "cat", "dog"])
    let expected = ["Zebra/1.png", "cat/z.Png", "cat/b/1.png", "dog/10.jpeg", "dog/2.JPG"]
    #expect(listing.paths == expected.map { folder.path + "/" + $0 })
    #expect(listing.labels == [0, 1, 1, 2, 2])
    #expect(listing.count == 5)
  }

  @Test func `links are followed, and never round in a circle`() throws {
    let folder = try ScratchFolder()
    let other = try ScratchFolder()
    try other.write([1], to: "1.png")
    try folder.write([1], to: "cat/2.png")
    try folder.link("dog", to: other.path)
    try folder.link("cat/again", to: folder("cat"))
    try folder.link("cat/up", to: folder.path)
    try folder.link("cat/nowhere.png", to: "/nowhere/at-all.png")
    let listing = try ImageFolderListing(folder.path)
    #expect(listing.paths == [folder("cat/2.png"), folder("dog/1.png")])
  }

  @Test func `a missing folder`() throws {
    let folder = try ScratchFolder()
    let error = #expect(throws: ImageError.self) { try ImageFolderListing(folder("train")) }
    #expect(error?.kind == .notFound)
    #expect(error?.path == folder("train"))
  }

  @Test func `a file in place of a folder`() throws {
    let folder = try ScratchFolder()
    let path = try folder.write([1], to: "train")
    #expect(throws: ImageError.self) { try ImageFolderListing(path) }
  }

  @Test(arguments: [([], "no image either"), (["1.png", "2.jpg", "3.txt"], "2 images in the folder itself")])
  func `a folder without classes`(files: [String], found: String) throws {
    let folder = try ScratchFolder()
    for name in files { try folder.write([1], to: name) }
    let error = #expect(throws: ImageError.self) { try ImageFolderListing(folder.path) }
    #expect(error?.kind == .noClasses)
    #expect(error?.found == found)
    #expect(error?.description.contains("expected a folder of images for each class") == true)
  }

  @Test func `a class without images`() throws {
    let folder = try ScratchFolder()
    try folder.write([1], to: "cat/1.png")
    try folder.write([1], to: "dog/1.gif")
    let error = #expect(throws: ImageError.self) { try ImageFolderListing(folder.path) }
    #expect(error?.kind == .noImages)
    #expect(error?.path == folder("dog"))
  }

  @Test func `the parts of a dataset are no classes`() throws {
    let folder = try ScratchFolder()
    for name in ["Train/cat/1.png", "Train/dog/1.png", "valid/cat/1.png", "valid/dog/1.png"] {
      try folder.write([1], to: name)
    }
    let error = #expect(throws: ImageError.self) { try ImageFolderListing(folder.path) }
    #expect(error?.kind == .noClasses)
    #expect(error?.advice == "Name the parts one by one, such as \(folder("Train")).")
    // Test and train may be classes, of papers and of railways.
    try folder.write([1], to: "Train/2.png")
    #expect(try ImageFolderListing(folder.path).classNames == ["Train", "valid"])
  }
}
