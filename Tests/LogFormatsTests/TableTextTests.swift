import LogFormats
import RunRecords
import Testing

/// The same small run in every way that people write a table.
struct TableTextTests {
  private static let plain = "epoch,train_loss,val_loss\n1,0.9,0.95\n2,0.5,0.75\n3,0.25,0.8\n"

  private static func check(_ run: RunRecord, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(run.first(.loss, .training)?.values == [0.9, 0.5, 0.25], sourceLocation: sourceLocation)
    #expect(run.first(.loss, .validation)?.values == [0.95, 0.75, 0.8], sourceLocation: sourceLocation)
    #expect(run.first(.loss, .training)?.epochs == [1, 2, 3], sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    plain,
    plain.replacing("\n", with: "\r\n"), plain.replacing("\n", with: "\r\r\n"),
    plain.replacing("\n", with: "\r"),
    String(plain.dropLast()), "\n\n" + plain, "\u{FEFF}" + plain,
    plain.replacing(",", with: ";"), plain.replacing(",", with: "\t"), plain.replacing(",", with: "|"),
    plain.replacing(",", with: ";").replacing(".", with: ","),
    plain.replacing(",", with: "\t").replacing(".", with: ","),
    plain.replacing(",", with: " , "), plain.replacing(",", with: ",    "),
    plain.replacing("\n", with: ",\n"),
    plain.replacing(",", with: "   "), "# " + plain, "# made by hand\n" + plain,
    "#" + plain.replacing(",", with: " "),
    plain.replacing("2,", with: "# half way\n2,"), plain.replacing("2,", with: "\n   \n2,"),
    plain.replacing("epoch,train_loss,val_loss", with: "\"epoch\",\"train_loss\",\"val_loss\""),
    plain.replacing("0.5", with: "\"0.5\""),
    plain.replacing("1,", with: "1/3,").replacing("2,", with: "2/3,").replacing("3,", with: "3/3,"),
    "| epoch | train_loss | val_loss |\n|---|---|---|\n| 1 | 0.9 | 0.95 |\n| 2 | 0.5 | 0.75 |\n| 3 | 0.25 | 0.8 |\n",
    "epoch,note,train_loss,val_loss\n1,\"a, b\",0.9,0.95\n2,\"two\nlines\",0.5,0.75\n3,\"a \"\"quote\"\"\",0.25,0.8\n",
    "Epoch  Train Loss  Val Loss\n1      0.9         0.95\n2      0.5         0.75\n3      0.25        0.8\n",
    "val_loss,train_loss,epoch\n0.95,0.9,1\n0.75,0.5,2\n0.8,0.25,3\n",
    "train_loss,val_loss\n0.9,0.95\n0.5,0.75\n0.25,0.8\n",
    "epoch,loss,val_loss\n1,0.9,0.95\n2,0.5,0.75\n3,0.25,0.8\n",
    "epoch,phase,loss\n1,train,0.9\n1,val,0.95\n2,train,0.5\n2,val,0.75\n3,train,0.25\n3,val,0.8\n",
    "epoch,metric,value\n1,train_loss,0.9\n1,val_loss,0.95\n2,train_loss,0.5\n2,val_loss,0.75\n3,train_loss,0.25\n3,val_loss,0.8\n",
    "epoch,train_loss,val_loss\n3,0.25,0.8\n2,0.5,0.75\n1,0.9,0.95\n",
  ])
  func `every way of writing gives the same run`(text: String) throws {
    Self.check(try read(text))
  }

  @Test(arguments: [false, true])
  func `UTF-16 with a byte order mark is decoded`(isBigEndian: Bool) throws {
    let units = ("\u{FEFF}" + Self.plain).utf16
    let bytes = units.flatMap { unit in
      isBigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    Self.check(try FormatShelf.standard.read(bytes: bytes, name: "run.csv"))
  }

  @Test(arguments: [0.0, 1.0])
  func `epochs keep the numbers of the log`(first: Double) throws {
    let run = try read("epoch,loss,val_loss\n\(Int(first)),2,3\n\(Int(first) + 1),1,2\n")
    #expect(run.epochs == [first, first + 1])
  }

  @Test(arguments: [
    ("step", RunAxis.step), ("global_step", .step), ("iteration", .iteration), ("round", .iteration),
    ("training_iteration", .iteration), ("number_of_trees", .iteration),
    ("epoch", .epoch),
  ])
  func `the axis is named by its column`(column: String, axis: RunAxis) throws {
    let run = try read("\(column),loss,val_loss\n10,2,3\n20,1,2\n")
    #expect(run.axis == axis)
    #expect(run.epochs == [10, 20])
  }

  @Test func `without positions the rows of each curve of a long table are counted`() throws {
    let run = try read(
      "timestamp,metric_name,value\n60,train:loss,3\n60,validation:loss,3.5\n120,train:loss,2\n120,validation:loss,2.5\n"
    )
    #expect(run.epochs == [1, 2])
    #expect(run.first(.loss, .training)?.values == [3, 2])
    #expect(run.first(.loss, .validation)?.values == [3.5, 2.5])
  }

  @Test(arguments: [
    ("-1,2.5,-1,2", [2.5, 2]), ("-1,-0.5,-1,2", [-1, -0.5, -1, 2]), ("-1,-1,-1", [-1, -1, -1]),
    ("1,0,-1,-1", [1, 0, -1, -1]),
  ])
  func `-1 among losses that are not negative is no value`(cells: String, values: [Double]) throws {
    let rows = cells.split(separator: ",").enumerated().map { "\($0 + 1),3,\($1)\n" }.joined()
    let run = try read("step,train_loss,valid_loss\n" + rows)
    #expect(run.series("valid_loss")?.values == values)
    #expect(run.notes.contains { $0.text.contains("-1 is read as") } == (values.count == 2))
  }

  @Test func `fractions of epochs are allowed`() throws {
    #expect(try read("epoch,loss\n0.5,2\n1.0,1\n1.5,0.5\n").epochs == [0.5, 1, 1.5])
  }

  @Test func `a number column that pandas wrote in front counts the epochs`() throws {
    let run = try read(",loss,val_loss\n0,2.0,2.5\n1,1.0,1.5\n")
    #expect(run.epochs == [0, 1])
    #expect(run.names == ["loss", "val_loss"])
  }

  @Test func `empty cells at the end of a pandas table are NaN`() throws {
    let run = try read(",loss,val_loss\n0,2.0,2.5\n1,1.0,1.5\n2,,\n")
    #expect(run.series("loss")?.values.last?.isNaN == true)
    #expect(run.series("loss")?.summary.nonFiniteCount == 1)
  }

  @Test func `empty cells between values are values that were not logged`() throws {
    let run = try read(",loss,val_loss\n0,2.0,\n1,1.0,1.5\n2,0.5,\n3,0.3,1.0\n4,0.2,\n")
    #expect(run.series("val_loss")?.values == [1.5, 1.0])
  }

  @Test func `decimal commas in quotes are read between commas`() throws {
    let run = try read("epoch,loss,val_loss\n1,\"2,5178\",\"3,25\"\n2,\"1,5\",2\n")
    #expect(run.first(.loss, .training)?.values == [2.5178, 1.5])
    #expect(run.first(.loss, .validation)?.values == [3.25, 2])
  }

  @Test(arguments: ["1,\"2,517\",\"3,250\"", "1,\"1,516.67\",2.5", "1,\"2,5\",2.5"])
  func `commas in quotes that may group thousands are not guessed at`(row: String) throws {
    let error = try readError("epoch,loss,val_loss\n\(row)\n")
    #expect(error.kind == .malformed)
    #expect(error.line == 2)
    #expect(error.column == 2)
  }

  @Test func `text columns and booleans are no metric`() throws {
    let run = try read(
      "epoch,model,train_loss,train_loss_best,val_loss,val_loss_best\n1,a,2,True,3,True\n2,a,1,True,2,False\n"
    )
    #expect(run.names == ["train_loss", "val_loss"])
  }

  @Test func `a clock time is read as seconds`() throws {
    let run = try read("epoch,train_loss,valid_loss,time\n0,2,3,01:05\n1,1,2,1:00:00\n")
    #expect(run.series("time")?.values == [65, 3600])
  }
}

struct HeaderlessTextTests {
  @Test func `the file's name says what its only column is`() throws {
    let run = try read("2.5\n1.5\n1.0\n", name: "train_loss.txt")
    #expect(run.first(.loss, .training)?.values == [2.5, 1.5, 1])
    #expect(
      try readError("2.5\n1.5\n", name: "run.txt").problem.contains("holds numbers instead of column names"))
  }

  @Test func `text of Windows-1252 is read, and said to be`() throws {
    let text = "\u{E9}poque;perte;perte validation\n1;2,5;2,6\n2;1,5;1,6\n"
    let run = try FormatShelf.standard.read(
      bytes: text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }, name: "run.csv")
    #expect(run.first(.loss, .validation)?.values == [2.6, 1.6])
    #expect(run.notes.contains { $0.text.contains("Windows-1252") })
    #expect(try read(text).notes.isEmpty)
  }

  @Test func `numbers of Julia are read with their exponents`() throws {
    let run = try read("epoch,loss,val_loss\n1,2.5f0,2.75f0\n2,1.5f-1,1.25f0\n")
    #expect(run.first(.loss, .training)?.values == [2.5, 0.15])
    let printed = try read(
      "epoch = 1, train_loss = 2.5f0, val_loss = 2.75f0\nepoch = 2, train_loss = 1.5f-1, val_loss = 1.25f0\n",
      name: "train.log")
    #expect(printed.first(.loss, .training)?.values == [2.5, 0.15])
    #expect(printed.first(.loss, .validation)?.values == [2.75, 1.25])
  }

  @Test func `lines of names with values between bars are no table`() throws {
    let run = try read(
      (0..<4).map { "Epoch 0000\($0) | Step 00020 | Loss 3.\($0) | Train Acc 0.6\($0) | Speed nan\n" }
        .joined(),
      name: "sage.txt")
    #expect(run.first(.loss, .training)?.values == [3, 3.1, 3.2, 3.3])
    #expect(run.first(.accuracy, .training)?.values == [0.6, 0.61, 0.62, 0.63])
  }

  @Test func `a remark may stand between the names and the numbers of a table`() throws {
    let run = try read(
      "#  step  rmse_val  rmse_trn  lr\n# Without reference data there is nan.\n"
        + (0..<4).map { "  \($0)00  2.\($0)e+00  1.\($0)e+00  1.0e-03\n" }.joined(), name: "lcurve.out")
    #expect(run.epochs == [0, 100, 200, 300])
    #expect(run.first(.loss, .validation)?.values == [2, 2.1, 2.2, 2.3])
  }
}
