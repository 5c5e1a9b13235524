import RunRecords
import Texts

/// Tables of text: comma-, semicolon-, tab- or pipe-separated values and columns aligned by blanks.
public enum DelimitedText: LogFormat {
  public static var readsPlainTables: Bool { true }

  public static func recognizes(_ head: LogHead) -> Recognition {
    guard let table = head.table else { return .no }
    let text = LogHead(name: head.name, bytes: Array(head.bytes[table.offset...]), isWhole: head.isWhole)
    let foreign: [UInt8] = [UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "<")]
    guard let first = text.firstVisibleByte, !foreign.contains(first), !text.isBinary else { return .no }
    do {
      var scanner = RecordScanner(try LogInput(bytes: text.bytes, name: head.name), dialect: table.dialect)
      let columns = HeaderHint.explain(
        try TableHeader.find(&scanner, dialect: table.dialect, source: head.name).names, fileName: head.name)
      // pandas names an index without a name so.
      let named = columns.filter { !$0.hasPrefix("Unnamed: ") }
      if named.contains(where: { ForeignContent.looksPrinted($0.utf8) }) { return .no }
      // `loss = 0.5` is no header, though its words stand apart.
      let isHeader = columns.allSatisfy { $0 != "=" && CellValue.number(in: $0) == nil }
      if !isHeader, table.dialect.separator == .blanks { return .no }
      let isJudged = columns.contains { Heading($0).metric.isJudged }
      if !isHeader || columns.contains(where: endsWithNumber), try repeats(columns, &scanner) { return .no }
      if columns.count > 1 {
        if isJudged { return isHeader ? .certain : .possible }
        // Lines of prose have commas, too.
        return try holdsWordsAlone(&scanner, mark: table.dialect.mark) ? .no : .possible
      }
      let isKnown = columns.contains { NameWords.cut($0).contains { ColumnVocabulary.knows($0) } }
      return isJudged || isKnown ? .possible : .no
    } catch {
      // Reading says what is wrong with the header.
      return .possible
    }
  }

  private static func endsWithNumber(_ name: String) -> Bool { name.last?.isNumber ?? false }

  /// Whether the next line says the same words with other numbers, as `Epoch 2 | Loss 0.41` below `Epoch 1 | Loss 0.53`:
  /// such lines were printed and have no header.
  private static func repeats(_ names: [String], _ scanner: inout RecordScanner) throws(LogError) -> Bool {
    func words(_ text: String) -> [Substring] {
      text.split(separator: " ").filter { !endsWithNumber(String($0)) }
    }
    guard try scanner.next(), scanner.cells.count == names.count else { return false }
    return names.indices.count { index in
      let name = names[index]
      return endsWithNumber(name) && scanner.text(index) != name && !words(name).isEmpty
        && words(scanner.text(index)) == words(name)
    } > 1
  }

  /// Whether there are rows and no cell of the first ones holds a number.
  private static func holdsWordsAlone(_ scanner: inout RecordScanner, mark: UInt8) throws(LogError) -> Bool {
    var rows = 0
    while rows < 16, try scanner.next() {
      if scanner.isBlank { continue }
      rows += 1
      for cell in scanner.cells.indices {
        switch CellValue.parse(scanner.bytes(cell), mark: mark) {
        case .number, .percent: return false
        case .missing, .text: continue
        }
      }
    }
    return rows > 0
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    try read(input, options: options, knowsPlainRows: true)
  }

  public static func runs(in input: LogInput) throws(LogError) -> [RunLocation]? {
    if let run = TensorBoardDownloads.run(of: input) { return [run] }
    guard let log = input.reopenable, let table = try HeadedTable(input) else { return nil }
    var runs = try TableRuns.find(in: table, source: input.source)
    // Where no column says the run of a row, no row was read yet.
    let isUnread = runs.isEmpty && TableRun.column(in: table.columns) == nil
    let restarted = try restarted(in: log, isUnread ? table : nil, fileName: input.name)
    // Of a grid of settings, one column alone does not tell all runs apart.
    if restarted.count > runs.count { runs = restarted }
    if let only = runs.first, runs.count == 1, case .parts = only.run {
      return [
        RunLocation(name: input.name, source: log.source, format: card.id) { (options) throws(LogError) in
          try read(try log.open(), options: options, run: only.run, knowsPlainRows: true)
        }
      ]
    }
    guard runs.count > 1 else { return nil }
    return locations(of: runs, in: log)
  }

  /// The runs of a table in which the epochs are counted anew for each.
  ///
  /// - Parameter unread: The table, where it was opened and no row was read.
  private static func restarted(
    in log: ReopenableLog, _ unread: HeadedTable?, fileName: String
  ) throws(LogError) -> [(name: String, run: TableRun)] {
    var table = unread
    if table == nil { table = try HeadedTable(log.open()) }
    guard let table, let restarts = TableRestarts(of: table, fileName: fileName),
      try restarts.occur(in: table),
      // Why a table cannot be read is said when it is.
      let whole = try? gather(
        try log.open(), options: ReadingOptions(), run: .stretches(0 ... .max), knowsPlainRows: true
      ).reader
    else { return [] }
    let runs = Timeline(curves: whole.curves.map(\.finished).filter { !$0.isEmpty }, axis: whole.axis).runs
    guard !runs.isEmpty, let again = try HeadedTable(log.open()) else { return [] }
    return zip(try restarts.names(of: runs, in: again), runs).map { ($0, .stretches($1)) }
  }

  private static func locations(of runs: [(name: String, run: TableRun)], in log: ReopenableLog)
    -> [RunLocation]
  {
    runs.map { name, run in
      RunLocation(name: name, source: log.source, format: card.id) { (options) throws(LogError) in
        var record = try read(try log.open(), options: options, run: run, knowsPlainRows: true)
        record.name = name
        return record
      }
    }
  }

  /// Reads a whole log.
  ///
  /// - Parameters:
  ///   - run: One of several runs in it.
  ///   - knowsPlainRows: Whether rows of plain numbers are read in their own way, which says the same.
  static func read(
    _ input: LogInput, options: ReadingOptions, run: TableRun? = nil, knowsPlainRows: Bool
  ) throws(LogError) -> RunRecord {
    let (reader, columns, options) = try gather(
      input, options: options, run: run, knowsPlainRows: knowsPlainRows)
    let plan = reader.plan
    let names =
      plan.isLong ? reader.curves.map(\.heading.name) : HeaderHint.explain(columns, fileName: input.name)
    let isDownload = TensorBoardDownloads.isTable(columns) && DownloadName(input.name) != nil
    var record = try assembler(input, reader.axis, names, options).assemble(
      reader.curves, notes: reader.notes + (isDownload ? [TensorBoardDownloads.oneOfSeveral] : []))
    record.hyperparameter = plan.hyperparameter.map { PrintableText.clean($0) }
    return record
  }

  /// Reads the rows of a log.
  ///
  /// - Returns: What was read, the columns by the names of the run, and the options in those of the metrics.
  private static func gather(
    _ input: LogInput, options: ReadingOptions, run: TableRun?, knowsPlainRows: Bool
  ) throws(LogError) -> (reader: TableReader, columns: [String], options: ReadingOptions) {
    let head = input.head
    guard let table = try HeadedTable(input) else {
      throw ForeignContent.error(for: head, source: input.source)
    }
    let written = table.columns
    let charted = TableRun.ofColumns(written)
    guard run != nil || charted.count < 2 else {
      throw LogError(
        .severalRuns, source: input.source,
        "there are \(charted.count) runs in it, of which one was expected",
        advice: "Save it as a file, unpacked, of which each run can be named.")
    }
    let columns = (run ?? charted.first.map { .columns(of: $0) })?.columns(written) ?? written
    let explained = HeaderHint.explain(columns, fileName: input.name)
    var options = HeaderHint.translate(options, from: columns, to: explained)
    options.facts = options.facts.completed(by: RunFacts(above: head))
    var plan = TablePlan(columns: columns, fileName: input.name, choice: .none)
    var choice = ColumnChoice.none
    if !plan.isLong, options.nameColumns {
      // The series of a long table have no columns of their own: their names are known at its end.
      choice = try ColumnChoice(options, columns: explained, source: input.source)
      plan = TablePlan(columns: columns, fileName: input.name, choice: choice)
    }
    try check(choice, in: plan, source: input.source)
    try check(plan, options: options, assembler: assembler(input, plan.axis, columns, options))
    var reader = TableReader(
      scanner: table.scanner, dialect: table.dialect, plan: plan, choice: choice, run: run,
      source: input.source)
    if !knowsPlainRows || table.dialect.endsAtBlankLine { reader.plain = nil }
    try reader.readRows(isAtRow: table.isAtRow)
    return (reader, columns, options)
  }

  private static func assembler(
    _ input: LogInput, _ axis: RunAxis, _ columns: [String], _ options: ReadingOptions
  ) -> RunAssembler {
    RunAssembler(
      name: input.name, source: input.source, format: card.id, axis: axis, columns: columns, options: options)
  }

  /// Refuses a column named by hand that says where a row stands and not what was measured.
  private static func check(_ choice: ColumnChoice, in plan: TablePlan, source: String) throws(LogError) {
    for index in plan.columns.indices where plan.roles[index] == .axis {
      guard choice.names(plan.headings[index].name) || choice.prefers(plan.headings[index]) else { continue }
      throw LogError(
        .unknownColumn, source: source,
        "the column \"\(plan.columns[index])\" counts the \(plan.axis.rawValue)s and holds no values to judge",
        columns: plan.columns, advice: "Name another column.")
    }
  }

  /// Refuses a table whose header says already that there is nothing to judge.
  private static func check(
    _ plan: TablePlan, options: ReadingOptions, assembler: RunAssembler
  ) throws(LogError) {
    guard options.training == nil, options.validation == nil else { return }
    guard plan.hyperparameters.count < 2 else {
      throw HyperparameterNames.noOrder(
        of: plan.hyperparameters.map { plan.columns[$0] }, source: assembler.source, columns: plan.columns)
    }
    guard !plan.listsRuns else {
      throw LogError(
        .unrecognized, source: assembler.source,
        "this is a list of runs with the last values of each, not the course of one", columns: plan.columns,
        advice: "Read the runs themselves, such as atml-diagnose mlflow:http://localhost:5000/RUN")
    }
    guard plan.hasJudgedColumn else { throw assembler.noLoss }
  }
}
