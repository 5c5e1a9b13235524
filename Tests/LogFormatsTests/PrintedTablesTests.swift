import LogFormats
import RunRecords
import Testing

struct PrintedTablesTests {
  /// The same three epochs as different libraries print them.
  static let tables = [
    // pandas: the numbers of the rows, the epochs among the columns, the epochs as the index.
    "   train_loss  val_loss\n0        2.25       2.5\n1        1.75       1.9\n2        1.25       1.6\n",
    "   epoch  train_loss  val_loss\n0      0        2.25       2.5\n1      1        1.75       1.9\n"
      + "2      2        1.25       1.6\n",
    "       train_loss  val_loss\nepoch                      \n0            2.25       2.5\n1            1.75       1.9\n"
      + "2            1.25       1.6\n",
    // tabulate and prettytable
    "+-------+------------+----------+\n| epoch | train_loss | val_loss |\n+=======+============+==========+\n"
      + "|     0 |       2.25 |      2.5 |\n+-------+------------+----------+\n|     1 |       1.75 |      1.9 |\n"
      + "|     2 |       1.25 |      1.6 |\n+-------+------------+----------+\n",
    // rich
    "┏━━━━━━━┳━━━━━━━━━━━━┳━━━━━━━━━━┓\n┃ Epoch ┃ Train Loss ┃ Val Loss ┃\n┡━━━━━━━╇━━━━━━━━━━━━╇━━━━━━━━━━┩\n"
      + "│ 0     │ 2.25       │ 2.5      │\n│ 1     │ 1.75       │ 1.9      │\n│ 2     │ 1.25       │ 1.6      │\n"
      + "└───────┴────────────┴──────────┘\n",
  ]

  @Test(arguments: tables)
  func `a printed table is read`(text: String) throws {
    let run = try read(text, name: "out.txt")
    #expect(run.first(.loss, .training)?.values == [2.25, 1.75, 1.25])
    #expect(run.first(.loss, .validation)?.values == [2.5, 1.9, 1.6])
    #expect(run.first(.loss, .training)?.epochs == [0, 1, 2])
  }

  @Test(arguments: [
    // FluxTraining.jl: a table for each part of each epoch.
    (1...3).map { epoch in
      ["TrainingPhase", "ValidationPhase"].map { part in
        "Epoch \(epoch) \(part)() ...\n┌──────────┬───────┬──────┐\n│    Phase │ Epoch │ Loss │\n├──────────┼───────┼──────┤\n"
          + "│ \(part) │   \(epoch).0 │ \(part.hasPrefix("T") ? 4 - epoch : 5 - epoch).5 │\n└──────────┴───────┴──────┘\n"
      }.joined()
    }.joined(),
    // One table, with a row for each part.
    "Model: cnn\nepoch  split  loss\n1      train  3.5\n1      val    4.5\n2      train  2.5\n2      val    3.5\n"
      + "3      train  1.5\n3      val    2.5\n",
  ])
  func `the part of the data may stand in a column`(text: String) throws {
    let run = try read(text, name: "out.txt")
    #expect(run.first(.loss, .training)?.values == [3.5, 2.5, 1.5])
    #expect(run.first(.loss, .validation)?.values == [4.5, 3.5, 2.5])
    #expect(run.first(.loss, .training)?.epochs == [1, 2, 3])
  }

  @Test(arguments: ["sep=;\n", "Training of ResNet\n\n", "\n\nmodel: resnet\n"])
  func `what stands above a table is passed over`(above: String) throws {
    let run = try read(above + "epoch;train_loss;val_loss\n1;2.5;3.5\n2;1.5;2.5\n")
    #expect(run.first(.loss, .training)?.values == [2.5, 1.5])
  }

  @Test func `errors below a title tell the line of the file`() throws {
    let error = try readError("Training of ResNet\n\nepoch,train_loss\n1,2.5\n2,oops\n3,1\n")
    #expect(error.line == 5)
  }

  @Test func `an index without a name is written by pandas so`() throws {
    let run = try read("Unnamed: 0,loss,val_loss\n0,2,3\n1,1,2\n")
    #expect(run.first(.loss, .validation)?.values == [3, 2])
  }

  @Test func `a cell may hold a list of one number`() throws {
    #expect(try read("epoch,loss\n1,[2.5]\n2,[1.5]\n").first(.loss, .training)?.values == [2.5, 1.5])
  }

  @Test func `a column may say whether a row is of the training`() throws {
    let run = try read("epoch,is_train,loss\n1,True,2\n1,False,3\n2,True,1\n2,False,2\n")
    #expect(run.first(.loss, .training)?.values == [2, 1])
    #expect(run.first(.loss, .validation)?.values == [3, 2])
  }

  @Test(arguments: ["tl,vl,ta,va", "tloss,vloss,tacc,vacc", "trn_ls,val_ls,trn_ac,val_ac", "TL,VL,TA,VA"])
  func `short names are those of both losses`(header: String) throws {
    let run = try read("epoch,\(header)\n1,2,3,0.5,0.4\n2,1,2,0.6,0.5\n")
    #expect(run.first(.loss, .training)?.values == [2, 1])
    #expect(run.first(.loss, .validation)?.values == [3, 2])
    #expect(run.first(.accuracy, .training)?.values == [0.5, 0.6])
    #expect(run.first(.accuracy, .validation)?.values == [0.4, 0.5])
  }

  @Test func `one short name alone says nothing`() throws {
    #expect(try readError("epoch,tl,ta\n1,2,3\n2,1,2\n").kind == .noLoss)
  }

  @Test func `the dates of a DataFrame may touch the numbers of its rows`() throws {
    let rows = (8...11).map { row in
      "\(row < 10 ? "\(row) " : "\(row)") 2026-01-01 \(row < 10 ? "0" : "")\(row):00:00  1.\(row)  2.\(row)\n"
    }
    let run = try read(
      "                  time  train_loss  val_loss\n" + rows.joined(), name: "frame.txt")
    #expect(run.first(.loss, .training)?.values == [1.8, 1.9, 1.1, 1.11])
    #expect(run.first(.loss, .validation)?.values == [2.8, 2.9, 2.1, 2.11])
  }
}
