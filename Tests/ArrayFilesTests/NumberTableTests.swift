import Testing

@testable import ArrayFiles

struct NumberTableTests {
  private static let iris = """
    length,width,species
    5.1,3.5,setosa
    4.9,3.0,virginica
    6.2,2.9,class10
    6.0,2.2,class9
    5.0,3.6,setosa

    """

  @Test func `features are parted from a column of classes`() throws {
    let table = try read(Self.iris, TableOptions(label: "species"))
    #expect(table.columnNames == ["length", "width", "species"])
    #expect(table.rowCount == 5)
    #expect(table.classes == ["class9", "class10", "setosa", "virginica"])
    let samples = try table.split(target: "species")
    #expect(samples.featureNames == ["length", "width"])
    #expect(samples.features.shape == [5, 2])
    #expect(samples.features.floats() == [5.1, 3.5, 4.9, 3.0, 6.2, 2.9, 6.0, 2.2, 5.0, 3.6])
    #expect(samples.targets.integers() == [2, 3, 1, 0, 2])
    #expect(samples.classes == table.classes)
  }

  @Test func `a number is a target too`() throws {
    let samples = try read("y,a,b\n0.5,1,2\n-1,3,4\n").split(target: "y")
    #expect(samples.features.floats() == [1, 2, 3, 4])
    #expect(samples.targets.floats() == [0.5, -1])
    #expect(samples.classes.isEmpty)
  }

  @Test(arguments: [
    "a,b\n1,2\n3,4\n", "a,b\n1,2\n3,4", "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4\r", "\u{FEFF}a,b\n1,2\n3,4\n",
    "a;b\n1;2\n3;4\n", "a\tb\n1\t2\n3\t4\n", "\n\na,b\n\n1,2\n  \n3,4\n\n", " a , b \n 1 , 2 \n3 ,4\n",
    "\"a\",\"b\"\n\"1\",\"2\"\n\"3\" , \"4\"\n", "a,b\n+1,2.0e0\n30e-1,.4E1\n", "a,b\n1.,002\n3,4\n",
  ])
  func `the same table in other dress`(text: String) throws {
    let table = try read(text)
    #expect(table.columnNames == ["a", "b"])
    #expect(try table.column("a") == [1, 3])
    #expect(try table.column("b") == [2, 4])
  }

  @Test func `a name may hold separators, quotes and line ends`() throws {
    let table = try read(
      "\"a, b\",\"say \"\"x\"\"\",\"two\nlines\"\n1,2,3\n4,5,oops\n".replacing("oops", with: "6"))
    #expect(table.columnNames == ["a, b", "say \"x\"", "two\nlines"])
    let error = #expect(throws: ArrayFileError.self) { try read("\"two\nlines\",b\n1,2\n3,x\n") }
    #expect(error?.place == .cell(line: 4, column: 2, name: "b"))
  }

  @Test(
    arguments: [
      ("1,2\n3,4\n", TableOptions(), ["1", "2"], 2), ("7\n8\n", TableOptions(), ["1"], 2),
      ("1,2\n3,4\n", TableOptions(header: .present), ["1", "2"], 1),
      ("5.1,setosa\n4.9,other\n", TableOptions(label: "2"), ["1", "2"], 2),
      ("id,0,1\n1,2,3\n", TableOptions(), ["id", "0", "1"], 1),
      (",a\n0.5,5\n", TableOptions(), ["1", "a"], 1), ("NaN,a\n1,2\n", TableOptions(), ["NaN", "a"], 1),
      ("1;2\n", TableOptions(header: .absent), ["1", "2"], 1),
      ("name,a\ncat 1,2\n", TableOptions(ignoredColumns: ["name"]), ["a"], 1),
    ] as [(String, TableOptions, [String], Int)])
  func `names are found or made`(text: String, options: TableOptions, names: [String], rows: Int) throws {
    let table = try read(text, options)
    #expect(table.columnNames == names)
    #expect(table.rowCount == rows)
  }

  @Test func `a separator can be named`() throws {
    let table = try read("a,b;c\n1;2\n", TableOptions(separator: .semicolon))
    #expect(table.columnNames == ["a,b", "c"])
  }

  @Test(arguments: [
    ("NaN", "\"NaN\""), ("", "an empty cell"), ("  ", "an empty cell"), ("inf", "\"inf\""),
    ("-Infinity", "\"-Infinity\""),
    ("1e999", "\"1e999\""), ("1e39", "\"1e39\""), ("cat", "\"cat\""), ("0x10", "\"0x10\""),
    ("1 2", "\"1 2\""),
    ("1e", "\"1e\""), ("-", "\"-\""), ("1_000", "\"1_000\""), ("\"1,5\"", "\"1,5\""),
    ("\u{1B}[31m", "\"\u{FFFD}[31m\""),
  ])
  func `what is no finite number is named with its place`(cell: String, found: String) {
    let error = #expect(throws: ArrayFileError.self) { try read("width,height\n1,2\n3,\(cell)\n") }
    #expect(error?.kind == .malformed)
    #expect(error?.place == .cell(line: 3, column: 2, name: "height"))
    #expect(error?.found == found)
    #expect(error?.expected?.hasPrefix("a finite number") == true)
  }

  @Test func `the message is one that can be acted upon`() {
    let error = #expect(throws: ArrayFileError.self) { try read("width,height\n1,2\n3,NaN\n") }
    #expect(
      error?.description == "train.csv, line 3, column 2 (height): this is no number: found \"NaN\", "
        + "expected a finite number. Fill the value in, or take the row away.")
    let decimal = #expect(throws: ArrayFileError.self) { try read("a;b\n1;2\n3;0,5\n") }
    #expect(decimal?.advice == "Write decimals with a point.")
  }

  @Test(arguments: [("1,2\n3\n", 2, "1"), ("1,2\n3,4,5,6\n", 2, "4"), ("1,2\n3,4,\n", 2, "3")])
  func `a line of another length is named`(rows: String, line: Int, found: String) {
    let error = #expect(throws: ArrayFileError.self) { try read(rows) }
    #expect(error?.place == .line(line))
    #expect(error?.found == found)
    #expect(error?.expected == "2")
  }

  @Test func `an unknown column is answered by the columns that there are`() throws {
    let table = try read(Self.iris, TableOptions(label: "species"))
    for attempt in [{ _ = try table.split(target: "y") }, { _ = try table.column("y") }] {
      let error = #expect(throws: ArrayFileError.self) { try attempt() }
      #expect(error?.kind == .unknownName)
      #expect(error?.expected == "one of length, width, species")
    }
    for options in [TableOptions(label: "y"), TableOptions(ignoredColumns: ["y"])] {
      let error = #expect(throws: ArrayFileError.self) { try read(Self.iris, options) }
      #expect(error?.kind == .unknownName)
    }
  }

  @Test(arguments: ["", "\n \n", "a,b\n", "\u{FEFF}"]) func `a table without rows is refused`(text: String) {
    let error = #expect(throws: ArrayFileError.self) { try read(text) }
    #expect(error?.problem == "the table has no rows")
  }

  @Test(arguments: [
    ("a,a\n1,2\n", "two columns"), ("a,b\n\"1,2\n3,4\n", "never closed"),
    ("a,b\n\"1\"2,3\n", "closing quote"),
  ])
  func `other mistakes are named`(text: String, message: String) {
    let error = #expect(throws: ArrayFileError.self) { try read(text) }
    #expect(error?.description.contains(message) == true)
  }

  @Test(arguments: ["", "NaN", "null"]) func `a missing label is named`(cell: String) {
    let error = #expect(throws: ArrayFileError.self) {
      try read("a,kind\n1,cat\n2,\(cell)\n", TableOptions(label: "kind"))
    }
    #expect(error?.place == .cell(line: 3, column: 2, name: "kind"))
  }

  @Test func `labels that are numbers are classes in the order of their values`() throws {
    let table = try read("a,kind\n1,10\n2,-1\n3,9\n4,10\n", TableOptions(label: "kind"))
    #expect(table.classes == ["-1", "9", "10"])
    #expect(try table.column("kind") == [2, 0, 1, 2])
  }

  @Test func `validation data count their classes as the training data do`() throws {
    let classes = ["virginica", "setosa", "class9", "class10"]
    let table = try read("a,kind\n1,class9\n2,setosa\n", TableOptions(label: "kind", classes: classes))
    #expect(table.classes == classes)
    #expect(try table.column("kind") == [2, 1])
    let error = #expect(throws: ArrayFileError.self) {
      try read("a,kind\n1,class9\n2,tulip\n", TableOptions(label: "kind", classes: classes))
    }
    #expect(error?.place == .cell(line: 3, column: 2, name: "kind"))
    #expect(error?.expected == "one of virginica, setosa, class9, class10")
  }

  @Test func `a table of the target alone has nothing to learn from`() throws {
    #expect(throws: ArrayFileError.self) { try read("a\n1\n").split(target: "a") }
  }

  @Test func `UTF-16 is refused by name`() {
    let error = #expect(throws: ArrayFileError.self) {
      try NumberTable(bytes: [0xFF, 0xFE, 0x31, 0x00], path: "x.csv")
    }
    #expect(error?.problem == "the text is UTF-16")
  }

  private func read(_ text: String, _ options: TableOptions = TableOptions()) throws -> NumberTable {
    try NumberTable(bytes: Array(text.utf8), path: "train.csv", options)
  }

  @Test func `a line that names a column of the options is the header, also above words`() throws {
    let table = try read("kind\nowl\ncat\n", TableOptions(label: "kind"))
    #expect(table.classes == ["cat", "owl"])
    #expect(table.rowCount == 2)
  }

  @Test(
    arguments: [
      ("0,1,2\n5,6,0\n7,8,1\n", ["2"], ["0", "1", "2"], [0, 1]),
      ("0,1,2\n5,6,0\n7,8,1\n", ["1"], ["0", "1", "2"], [6, 8]),
      ("1,2,3\n5,6,0\n7,8,1\n", ["3"], ["1", "2", "3"], [0, 1]),
      ("2019,2020,2021\n5,6,0\n7,8,1\n", ["2021"], ["2019", "2020", "2021"], [0, 1]),
      ("4,2,0\n5,6,0\n7,8,1\n", ["0"], ["4", "2", "0"], [0, 1]),
      (",0,1,2\n8,5,6,0\n9,7,8,1\n", ["1"], ["0", "1", "2"], [6, 8]),
      // Values that come to the number of a column are no names.
      ("5,1,3\n7,2,4\n", ["3"], ["1", "2", "3"], [3, 4]),
      ("5,0,0,1\n7,2,4,0\n", ["1"], ["1", "2", "3", "4"], [5, 7]),
      ("3,1.5,owl\n4,2.5,cat\n", ["1"], ["1", "2"], [3, 4]),
      ("5,6,7\n8,9,1\n", ["3"], ["1", "2", "3"], [7, 1]),
    ] as [(String, [String], [String], [Double])])
  func `numbers are names where the options can only mean names`(
    text: String, required: [String], names: [String], values: [Double]
  ) throws {
    let words = text.contains("owl")
    let table = try read(
      text, TableOptions(ignoredColumns: words ? ["3"] : [], requiredColumns: required))
    #expect(table.columnNames == names)
    #expect(try table.column(required[0]) == values)
  }

  @Test(arguments: [
    ",a,kind\n0,5,x\n1,6,y\n2,7,x\n", "\"\",\"a\",\"kind\"\n\"3\",5,x\n\"1\",6,y\n\"2\",7,x\n",
  ])
  func `a first column that numbers the rows is left out`(text: String) throws {
    let table = try read(text, TableOptions(label: "kind"))
    #expect(table.leavesOutRowNumbers)
    #expect(table.columnNames == ["a", "kind"])
    #expect(try table.column("a") == [5, 6, 7])
    #expect(try table.column("kind") == [0, 1, 0])
  }

  @Test(
    arguments: [
      ("id,a\n0,5\n1,6\n", TableOptions()), (",a\n0,5\n0,6\n", TableOptions()),
      (",a\n0,5\n1.5,6\n", TableOptions()), (",a\n-1,5\n0,6\n", TableOptions()),
      (",a\n0,5\n1,6\n", TableOptions(label: "1")), (",a\n0,5\n1,6\n", TableOptions(columns: ["1", "a"])),
      (",kind\n0,x\n1,y\n", TableOptions(label: "kind")),
    ] as [(String, TableOptions)])
  func `a first column that means something stays`(text: String, options: TableOptions) throws {
    let table = try read(text, options)
    #expect(!table.leavesOutRowNumbers)
    #expect(table.columnNames.count == 2)
  }

  @Test(arguments: ["5,1,3\n7,2,4\n", "0,1\n7,2\n", "4,3,2,1\n7,2,4,8\n"])
  func `a number that may be one column's name and another's number is refused`(text: String) {
    let error = #expect(throws: ArrayFileError.self) { try read(text, TableOptions(label: "1")) }
    #expect(error?.kind == .malformed)
    #expect(error?.problem.contains("\"1\" is the name of one column then, or the number of another") == true)
  }

  @Test func `only the columns asked for are read`() throws {
    let table = try read("note,b,a\nx,1,2\ny,3,4\n", TableOptions(columns: ["a", "b"]))
    #expect(try table.matrix(of: ["a", "b"]).floats() == [2, 1, 4, 3])
    let error = #expect(throws: ArrayFileError.self) { try read("a,b\n1,2\n", TableOptions(columns: ["c"])) }
    #expect(error?.kind == .unknownName)
  }
}
