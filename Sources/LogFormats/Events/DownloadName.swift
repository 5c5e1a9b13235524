/// The name of a file from TensorBoard's download links, which says the run and the tag: `run-mnist_train-tag-loss.csv`.
///
/// Slashes of both are written as `_`. Older versions wrote `run_mnist_train-tag-loss.csv` and
/// `run_mnist_train,tag_loss.csv`; where there was one run only, people keep `tag-loss.csv`.
struct DownloadName {
  /// The run without the word for the part of the data; empty for the log folder itself.
  private(set) var run: String
  /// The word for the part of the data that the run was the writer of.
  private(set) var split: String?
  let tag: String
  let isJSON: Bool
  /// The number that a browser put behind the name of a second download.
  let copy: Int

  init?(_ fileName: String) {
    let ending = fileName.split(separator: ".").last?.lowercased()
    guard ending == "csv" || ending == "json" else { return nil }
    isJSON = ending == "json"
    var stem = Substring(fileName.dropLast(isJSON ? 5 : 4))
    copy = Self.takeCopy(&stem)
    guard let (run, tag) = Self.parts(of: stem), !tag.isEmpty else { return nil }
    self.tag = String(tag)
    self.run = run == "." ? "" : String(run)
    takeSplit()
  }

  /// The name of the curve: its tag, with the part of the data before it if the tag does not name it.
  var curve: String {
    guard let split, Heading(tag).split == nil else { return tag }
    return "\(split)/\(tag)"
  }

  private static func parts(of stem: Substring) -> (run: Substring, tag: Substring)? {
    for (opening, middle) in [("run-", "-tag-"), ("run_", "-tag-"), ("run_", ",tag_")]
    where stem.hasPrefix(opening) {
      let rest = stem.dropFirst(opening.count)
      if let range = rest.ranges(of: middle).last, range.lowerBound > rest.startIndex {
        return (rest[..<range.lowerBound], rest[range.upperBound...])
      }
    }
    return stem.hasPrefix("tag-") ? ("", stem.dropFirst(4)) : nil
  }

  /// Takes the ` (2)` off a name.
  private static func takeCopy(_ stem: inout Substring) -> Int {
    guard stem.hasSuffix(")"), let open = stem.ranges(of: " (").last,
      let number = Int(stem[open.upperBound...].dropLast())
    else { return 0 }
    stem = stem[..<open.lowerBound]
    return number
  }

  /// Takes the last word for a part of the data out of the run, as those of sub-writers differ by it only.
  private mutating func takeSplit() {
    let marks: Set<Character> = ["_", "-", ".", "/", "\\"]
    var words = run.split(omittingEmptySubsequences: false) { marks.contains($0) }
    guard let index = words.lastIndex(where: { ColumnVocabulary.split($0.lowercased()) != nil }) else {
      return
    }
    // Where the tag says it too, a word such as that of `test_run_3` may be part of the run's name.
    guard index == words.count - 1 || Heading(tag).split == nil else { return }
    split = String(words.remove(at: index))
    run = words.joined(separator: "_")
    // The writers that add_scalars makes are named by the tag, too.
    let flat = tag.replacing("/", with: "_")
    if run == flat { run = "" } else if run.hasSuffix("_" + flat) { run.removeLast(flat.count + 1) }
  }
}
