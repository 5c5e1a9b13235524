import ArrayFiles
import Images

/// What keeps data from being trained on.
public enum DatasetError: Error, CustomStringConvertible {
  /// A file of numbers cannot be read.
  case file(ArrayFileError)
  /// A folder of images cannot be read.
  case images(ImageError)
  /// Some images cannot be read.
  case decoding(ImageBatchError)
  /// The validation data have not the classes of the training data.
  case classes(path: String, missing: [String], unexpected: [String])
  /// The content cannot be used: what was found and what was expected.
  case unusable(path: String, problem: String)

  public var description: String {
    switch self {
    case .file(let error): "\(error)"
    case .images(let error): "\(error)"
    case .decoding(let error): "\(error)"
    case .classes(let path, let missing, let unexpected):
      "\(path): the classes differ from those of the training data: "
        + [("missing", missing), ("not in training", unexpected)].filter { !$0.1.isEmpty }
        .map { "\($0.0) \($0.1.joined(separator: ", "))" }.joined(separator: "; ")
    case .unusable(let path, let problem): "\(path): \(problem)"
    }
  }
}
