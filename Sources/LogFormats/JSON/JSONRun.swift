import RunRecords
import Texts

/// What the formats of JSON have in common: reading records to the end of a log, and making a run of them.
enum JSONRun {
  /// Reads the values of a log one after another.
  ///
  /// - Returns: A note if the last one was cut off.
  static func forEachValue(
    _ input: LogInput, _ body: (JSONValue) throws(LogError) -> Void
  ) throws(LogError) -> [RunNote] {
    var scanner = JSONScanner(input)
    var count = 0
    while try scanner.kind() != nil {
      guard let value = try whole(&scanner, isFirst: count == 0) else { return [cutOff(scanner)] }
      count += 1
      try body(value)
    }
    return []
  }

  /// Reads the elements of the list that is next.
  ///
  /// - Returns: A note if the last one was cut off.
  static func forEachElement(
    _ scanner: inout JSONScanner, _ body: (JSONValue) throws(LogError) -> Void
  ) throws(LogError) -> [RunNote] {
    try scanner.beginArray()
    var count = 0
    while true {
      var hasNext = false
      do {
        hasNext = try scanner.nextElement()
      } catch {
        guard scanner.isExhausted, count > 0 else { throw error }
        return [cutOff(scanner)]
      }
      guard hasNext else { return [] }
      guard let value = try whole(&scanner, isFirst: count == 0) else { return [cutOff(scanner)] }
      count += 1
      try body(value)
    }
  }

  /// Makes a run of the records that were gathered.
  static func assemble(
    _ records: RecordCurves, _ input: LogInput, options: ReadingOptions, format: String, notes: [RunNote]
  ) throws(LogError) -> RunRecord {
    var records = records
    let (axis, curves, ownNotes) = records.settle()
    let hyperparameters = axis == .hyperparameter ? records.hyperparameters : []
    guard hyperparameters.isEmpty || hyperparameters.count == 1 && !curves.isEmpty else {
      throw HyperparameterNames.noOrder(
        of: hyperparameters, source: input.source, columns: records.allNames)
    }
    var run = try assemble(
      curves, axis: axis, names: records.allNames, input, options: options, format: format,
      notes: notes + ownNotes)
    run.hyperparameter = hyperparameters.first.flatMap { HyperparameterNames.name(of: $0) }
      .map { PrintableText.clean($0) }
    return run
  }

  static func assemble(
    _ curves: NamedCurves, axis: RunAxis, names: [String], _ input: LogInput, options: ReadingOptions,
    format: String, notes: [RunNote]
  ) throws(LogError) -> RunRecord {
    let assembler = RunAssembler(
      name: input.name, source: input.source, format: format, axis: axis, columns: names, options: options)
    guard curves.hasJudgedCurve || options.training != nil || options.validation != nil else {
      throw assembler.noLoss
    }
    return try assembler.assemble(curves.curves, notes: notes + curves.notes)
  }

  /// The next value; `nil` if the log ends in it and others came before.
  private static func whole(_ scanner: inout JSONScanner, isFirst: Bool) throws(LogError) -> JSONValue? {
    do {
      return try scanner.value()
    } catch {
      guard scanner.isExhausted, !isFirst else { throw error }
      return nil
    }
  }

  private static func cutOff(_ scanner: JSONScanner) -> RunNote {
    RunNote(.droppedRows, "The last entry is cut off: it is left out.", line: scanner.line)
  }
}
