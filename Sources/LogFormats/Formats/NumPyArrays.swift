import ArrayFiles
import RunRecords
import Texts

/// Arrays of NumPy: a `.npz` archive with an array for each curve, or a `.npy` file with one curve.
public enum NumPyArrays: LogFormat {
  /// The most numbers that are read from one file.
  private static let mostNumbers = 64 << 20
  /// The most bytes that such a file has: numbers of 64 bits, and 64 KiB for each of a few hundred headers.
  private static let mostBytes = 8 * mostNumbers + 32 << 20

  public static func recognizes(_ head: LogHead) -> Recognition {
    if isArray(head) { return curveName(fileName: head.name).hasMetric ? .certain : .possible }
    let names = NumPyMembers.names(in: head)
    guard !names.isEmpty else { return .no }
    return names.contains { Heading($0).metric.isJudged } ? .certain : .possible
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    let isArray = isArray(input.head)
    let bytes = try input.rest(upTo: mostBytes)
    if isArray, let pickle = NumPyMembers.pickle(in: bytes) {
      return try PickledHistory.read(pickle, of: input, options: options)
    }
    return isArray ? try readArray(bytes, input, options) : try readArchive(bytes, input, options)
  }

  private static func isArray(_ head: LogHead) -> Bool {
    head.starts(with: [0x93] + Array("NUMPY".utf8))
  }

  // MARK: One array

  private static func readArray(
    _ bytes: [UInt8], _ input: LogInput, _ options: ReadingOptions
  ) throws(LogError) -> RunRecord {
    let array = try ArrayReading.of(input.source) { () throws(ArrayFileError) in
      try NumericArray(npy: bytes, path: input.source)
    }
    guard isCurve(array.shape) else {
      throw LogError(
        .unrecognized, source: input.source,
        array.shape.isEmpty
          ? "this is a single number, not a curve" : "the columns of this array have no names",
        found: "an array of shape \(PrintableText.masked("\(array.shape)"))",
        expected: "the values of one curve, one for each epoch",
        advice: "Save each curve by its name: \(NumPyMembers.savez).")
    }
    guard array.count <= mostNumbers else { throw tooMany(input) }
    let (name, isFromFile, _) = curveName(fileName: input.name)
    var curves = CountedCurves()
    curves.add(array.doubles(), to: name)
    var notes: [RunNote] = []
    if !isFromFile {
      notes.append(
        RunNote(.interpretation, "Neither the array nor its file names a metric: it is read as the loss."))
    }
    return try assemble(curves, notes: notes, input, options)
  }

  /// The name of the one curve of a `.npy` file, and whether the file's name says its split or its metric.
  private static func curveName(
    fileName: String
  ) -> (name: String, isFromFile: Bool, hasMetric: Bool) {
    let stem = fileName.hasSuffix(".npy") ? String(fileName.dropLast(4)) : fileName
    if Heading(stem).metric.isJudged { return (stem, true, true) }
    // `val.npy` may hold losses; `x_val.npy` holds something else.
    let isSplit = NameWords.cut(stem).count == 1 && Heading(stem).split != nil
    return isSplit ? (stem + "_loss", true, false) : ("loss", false, false)
  }

  // MARK: An archive

  private static func readArchive(
    _ bytes: [UInt8], _ input: LogInput, _ options: ReadingOptions
  ) throws(LogError) -> RunRecord {
    let archive = try ArrayReading.of(input.source) { () throws(ArrayFileError) in
      try NPZArchive(bytes: bytes, path: input.source)
    }
    var curves = CountedCurves()
    var others: [String] = []
    var room = mostNumbers
    let shapes = archive.names.map { ($0, (try? archive.shape(named: $0)) ?? []) }
    if let found = ModelScoreArrays(shapes) { return try read(found, of: archive, input, options) }
    let tables = EpochRows.names(in: shapes)
    for (name, shape) in shapes {
      // What is no curve by its shape need not be of numbers, nor be unpacked.
      guard isCurve(shape) || tables.contains(name) else {
        others.append(name)
        continue
      }
      room -= shape.reduce(1) { $1 > mostNumbers / max($0, 1) ? mostNumbers + 1 : $0 * $1 }
      guard room >= 0 else { throw tooMany(input) }
      let values = try array(name, of: archive, input).doubles()
      curves.add(tables.contains(name) ? EpochRows.means(values, rowLength: shape[1]) : values, to: name)
    }
    if curves.isEmpty, let name = archive.names.first {
      // Its error says more than that there is no curve.
      _ = try array(name, of: archive, input)
      if let (name, shape) = shapes.first(where: { Heading($0.0).metric.isJudged && $0.1.count > 1 }) {
        throw LogError(
          .unrecognized, source: input.source,
          "the axes of the array \(PrintableText.quoted(name)) have no names",
          found: "the shape \(PrintableText.masked("\(shape)"))",
          expected: "one axis, with a value for each epoch",
          advice: "Save each curve by its name: \(NumPyMembers.savez).")
      }
    }
    var notes: [RunNote] = []
    if !tables.isEmpty {
      notes.append(
        RunNote(
          .interpretation,
          "\(NameList.brief(tables.sorted().map { PrintableText.clean($0) })): two axes, of which the first is as long "
            + "as there are epochs; the means over the second are read."))
    }
    if !others.isEmpty {
      notes.append(
        RunNote(
          .interpretation,
          "\(NameList.brief(others.map { PrintableText.clean($0) })): left out, for only arrays of one axis are "
            + "curves."))
    }
    let saysNothing = !curves.isEmpty && curves.names.allSatisfy { $0.hasPrefix("arr_") }
    if saysNothing, options.training == nil, options.validation == nil, options.metric == nil {
      throw LogError(
        .noLoss, source: input.source, "the arrays have no names that say what they are",
        columns: archive.names,
        advice: "Save each curve by its name: \(NumPyMembers.savez), or name them: --train ARRAY --val ARRAY")
    }
    return try assemble(curves, notes: notes, input, options)
  }

  private static func read(
    _ arrays: ModelScoreArrays, of archive: NPZArchive, _ input: LogInput, _ options: ReadingOptions
  ) throws(LogError) -> RunRecord {
    let positions = try array(arrays.positions.name, of: archive, input).doubles()
    var curves = NamedCurves()
    for (name, folds) in arrays.scores where folds > 0 && positions.count <= mostNumbers / folds {
      let values = try array(name, of: archive, input).doubles()
      ModelScoreArrays.add(values, of: name, folds: folds, at: positions, to: &curves)
    }
    let assembler = RunAssembler(
      name: input.name, source: input.source, format: card.id, axis: arrays.positions.axis,
      columns: curves.names, options: options)
    return try assembler.assemble(
      curves.curves, notes: ModelScoreArrays.notes(folds: arrays.scores.map(\.folds).max() ?? 1))
  }

  private static func array(
    _ name: String, of archive: NPZArchive, _ input: LogInput
  ) throws(LogError) -> NumericArray {
    try ArrayReading.of(input.source) { () throws(ArrayFileError) in try archive.array(named: name) }
  }

  /// Whether an array holds one value after the other: it has one axis, or all others are of size 1.
  private static func isCurve(_ shape: [Int]) -> Bool {
    !shape.isEmpty && shape.count { $0 != 1 } <= 1
  }

  private static func assemble(
    _ counted: CountedCurves, notes: [RunNote], _ input: LogInput, _ options: ReadingOptions
  ) throws(LogError) -> RunRecord {
    let placed = counted.placed()
    let assembler = RunAssembler(
      name: input.name, source: input.source, format: card.id, axis: placed.axis, columns: counted.names,
      options: options)
    guard !placed.curves.isEmpty else { throw assembler.noLoss }
    return try assembler.assemble(placed.curves.curves, notes: notes + placed.notes + placed.curves.notes)
  }

  private static func tooMany(_ input: LogInput) -> LogError {
    LogError(
      .malformed, source: input.source, "the arrays hold more than \(mostNumbers >> 20) Mi numbers",
      advice: "Save the curves alone, with one value for each epoch or logged step.")
  }
}
