import CairoDrawing
import Drawing

extension PetDrawing {
  /// The pixels that a side of a picture can have.
  public static let sides = 8...4096

  /// Writes a folder of PNG files: `train/cat`, `train/dog`, `valid/cat` and `valid/dog`, with names such as
  /// `cat-0001.png`.
  ///
  /// - Parameters:
  ///   - path: A folder that does not exist yet, or is empty.
  ///   - training: How many pictures for training each species gets.
  ///   - validation: The same for validation; with 0 there is no such folder.
  ///   - size: The pixels of a side.
  ///   - progress: Called after each picture with how many are written and how many there will be.
  /// - Precondition: neither number is negative.
  /// - Throws: ``PetDrawingError``. What was written before it stays.
  public func writeFolder(
    _ path: String, training: Int, validation: Int, size: Int = 64,
    progress: ((_ done: Int, _ total: Int) -> Void)? = nil
  ) throws(PetDrawingError) {
    precondition(training >= 0 && validation >= 0, "\(training) and \(validation) pictures cannot be drawn")
    guard Self.sides.contains(size) else { throw .invalidSize(size) }
    let folder = try OutputFolder(claiming: path)
    let typesetter = Typesetter()
    let total = (training + validation) * Species.allCases.count
    let digits = max(4, String(max(training, validation)).count)
    var done = 0
    for (split, name, count) in [(Split.training, "train", training), (.validation, "valid", validation)] {
      for species in Species.allCases where count > 0 {
        let place = "\(name)/\(species.rawValue)"
        try folder.makeFolder(place)
        for index in 0..<count {
          let number = String(index + 1)
          let padding = String(repeating: "0", count: digits - number.count)
          let png = try png(species, index: index, split: split, size: size, typesetter)
          try folder.create("\(place)/\(species.rawValue)-\(padding)\(number).png", png)
          done += 1
          progress?(done, total)
        }
      }
    }
  }

  private func png(
    _ species: Species, index: Int, split: Split, size: Int, _ typesetter: Typesetter
  ) throws(PetDrawingError) -> [UInt8] {
    let side = Double(size)
    let info = DocumentInfo(
      title: "A drawn \(species)", summary: "Number \(index + 1) for \(split), from the seed \(seed).",
      creator: "ATML Diagnose")
    do {
      return try CairoDocument.png(
        size: Size(width: side, height: side), dotsPerInch: 72, info: info, typesetter: typesetter,
        hasText: false
      ) { canvas in
        draw(species, index: index, split: split, on: canvas)
      }
    } catch {
      throw .notDrawable(error.description)
    }
  }
}
