import Files
import Texts

/// The images of a folder that has a folder for each class, such as `train/cat` and `train/dog`.
///
/// Classes and files are sorted by name. Images are files whose name ends in `jpg`, `jpeg` or `png`, in capitals or
/// not, also in folders further down; other files and those whose name begins with a dot are passed over.
public struct ImageFolderListing: Sendable, Hashable {
  /// The endings of image files.
  public static let extensions = ["jpg", "jpeg", "png"]

  /// The names of the classes: those of the folders.
  public let classNames: [String]
  /// The files, class after class.
  public let paths: [String]
  /// For each file the index of its class.
  public let labels: [Int]

  public var count: Int { paths.count }

  /// Lists a folder; no file is opened.
  ///
  /// - Throws: ``ImageError`` `notFound` or `unreadable` of a folder, `noClasses`, or `noImages` of a class.
  public init(_ path: String) throws(ImageError) {
    var root = path
    while root.count > 1, root.hasSuffix("/") { root.removeLast() }
    let entries = try Self.entries(of: root)
    guard !entries.folders.isEmpty else {
      let imageCount = entries.files.filter(Self.isImage).count
      throw ImageError(
        .noClasses, path: path, "there is no folder for any class",
        found: imageCount == 0 ? "no image either" : "\(imageCount) images in the folder itself",
        expected: "a folder of images for each class",
        advice: "Move the images of each class to a folder with its name, such as cat and dog.")
    }
    try Self.checkClasses(entries.folders.map(\.name), in: root, path)
    let rootIdentity = try? FolderEntries.Identity(of: root)
    var paths: [String] = []
    var labels: [Int] = []
    for (label, folder) in entries.folders.enumerated() {
      let start = paths.count
      var visited = Set([rootIdentity, folder.identity].compactMap(\.self))
      let classPath = root == "/" ? "/" + folder.name : root + "/" + folder.name
      try Self.collect(classPath, into: &paths, visited: &visited)
      guard paths.count > start else {
        throw ImageError(
          .noImages, path: classPath, "the class \"\(PrintableText.masked(folder.name))\" has no images",
          found: "no file that ends in \(Self.extensions.joined(separator: ", "))",
          expected: "at least one in the folder of each class",
          advice: "Add its images, or remove the folder.")
      }
      labels += Array(repeating: label, count: paths.count - start)
    }
    classNames = entries.folders.map(\.name)
    self.paths = paths
    self.labels = labels
  }

  /// The names of folders for the parts of a dataset, in small letters.
  private static let partNames: Set = ["train", "training", "valid", "validation", "val", "test", "testing"]

  /// Checks that folders are not the parts of a dataset, each with folders for the classes in it.
  private static func checkClasses(_ names: [String], in root: String, _ path: String) throws(ImageError) {
    for name in names {
      guard partNames.contains(name.lowercased()) else { return }
      let entries = try entries(of: root + "/" + name)
      guard !entries.folders.isEmpty, !entries.files.contains(where: isImage) else { return }
    }
    throw ImageError(
      .noClasses, path: path, "its folders are the parts of a dataset, not classes",
      found: names.map { PrintableText.masked($0) }.joined(separator: ", "),
      expected: "a folder of images for each class",
      advice: "Name the parts one by one, such as \(PrintableText.path(root + "/" + names[0])).")
  }

  /// Adds the images of a folder and of those in it, each folder once, so that no link leads round in a circle.
  private static func collect(
    _ path: String, into paths: inout [String], visited: inout Set<FolderEntries.Identity>
  ) throws(ImageError) {
    let entries = try entries(of: path)
    for name in entries.files where isImage(name) { paths.append(path + "/" + name) }
    for folder in entries.folders where visited.insert(folder.identity).inserted {
      try collect(path + "/" + folder.name, into: &paths, visited: &visited)
    }
  }

  /// What is in a folder; a name that is not UTF-8 would be lost, so it is refused.
  private static func entries(of path: String) throws(ImageError) -> FolderEntries {
    let entries: FolderEntries
    do {
      entries = try FolderEntries(of: path)
    } catch {
      throw ImageError(openingFolder: path, error)
    }
    guard entries.unreadableNames == 0 else {
      throw ImageError(
        .unreadable, path: path, "a file's name is not UTF-8", advice: "Rename the files of this folder.")
    }
    return entries
  }

  private static func isImage(_ name: String) -> Bool {
    let parts = name.split(separator: ".")
    guard parts.count > 1, let last = parts.last else { return false }
    return extensions.contains(last.lowercased())
  }
}
