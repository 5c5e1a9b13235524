/// Where in a log its table begins, and how it is written.
struct TableLayout {
  let dialect: Dialect
  /// The lines above the table, and their bytes.
  let lines: Int
  let offset: Int

  /// Finds the table in the first bytes of a log; `nil` if there is none.
  init?(_ head: LogHead) {
    if head.isBinary { return nil }
    if head.isPlainTable {
      (dialect, lines, offset) = (.plain, 0, 0)
      return
    }
    if let markdown = head.markdown {
      (lines, offset) = (markdown.lines, markdown.offset)
    } else if let preamble = TablePreamble(above: head) {
      (lines, offset) = (preamble.lines, preamble.offset)
    } else {
      (lines, offset) = (0, 0)
    }
    guard var dialect = Dialect.sniff(head.bytes[offset...], isWhole: head.isWhole) else { return nil }
    dialect.endsAtBlankLine = head.markdown != nil
    self.dialect = dialect
  }
}
