/// Why pictures could not be written: where, what was found there, and what to do.
public enum PetDrawingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The folder has something in it.
  case folderNotEmpty(path: String)
  /// A folder or file could not be made, with the system's reason.
  case notWritable(path: String, reason: String)
  /// A side that no picture can have, in pixels.
  case invalidSize(Int)
  /// The drawing itself failed, in the words of the library.
  case notDrawable(String)

  public var description: String {
    switch self {
    case .folderNotEmpty(let path):
      "\(path): the folder is not empty, and nothing is overwritten. Name another folder, or remove this one."
    case .notWritable(let path, let reason):
      "\(path): cannot be written (\(reason)). Check the permissions of the folder and the space that is left."
    case .invalidSize(let side):
      "a picture of \(side) x \(side) pixels cannot be drawn: each side must have "
        + "\(PetDrawing.sides.lowerBound) to \(PetDrawing.sides.upperBound)"
    case .notDrawable(let reason): reason
    }
  }
}
