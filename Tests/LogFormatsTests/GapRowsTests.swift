import LogFormats
import RunRecords
import Testing

/// Cells of NaN in tables that pandas printed: some were never logged, some were no number.
struct GapRowsTests {
  @Test(arguments: [
    // Two rows for each epoch.
    "epoch,loss,val_loss\n1,0.9,NaN\n1,NaN,0.95\n2,0.8,NaN\n2,NaN,0.85\n3,0.7,NaN\n3,NaN,0.8\n",
    // The validation first.
    "epoch,loss,val_loss\n1,NaN,0.95\n1,0.9,NaN\n2,NaN,0.85\n2,0.8,NaN\n3,NaN,0.8\n3,0.7,NaN\n",
    // As print(frame) gives it.
    "   epoch  loss  val_loss\n0      1   0.9       NaN\n1      1   NaN      0.95\n2      2   0.8       NaN\n"
      + "3      2   NaN      0.85\n4      3   0.7       NaN\n5      3   NaN      0.80\n",
  ])
  func `NaN where the other part was logged is a blank`(text: String) throws {
    let run = try read(text)
    #expect(run.first(.loss, .training)?.values == [0.9, 0.8, 0.7])
    #expect(run.first(.loss, .validation)?.values == [0.95, 0.85, 0.8])
  }

  @Test func `steps with the values of one part each have gaps, again and again`() throws {
    let run = try read(
      "step,loss,val_loss\n10,0.9,NaN\n15,NaN,0.95\n20,0.8,NaN\n25,0.7,nan\n30,NaN,0.8\n40,0.6,NaN\n45,NaN,0.7\n"
    )
    #expect(run.first(.loss, .training)?.epochs == [10, 20, 25, 40])
    #expect(run.first(.loss, .validation)?.epochs == [15, 30, 45])
  }

  @Test(arguments: [
    // Once, and a number again.
    ("1,0.9,1\n2,nan,0.9\n3,0.7,0.8\n4,0.6,0.7\n", [2.0]),
    // To the end, though the other loss is logged on.
    ("1,0.9,1\n2,0.8,0.9\n3,nan,0.8\n4,nan,0.7\n", [3, 4]),
    // In a row without any number, between gaps.
    ("1,0.9,nan\n2,nan,0.9\n3,0.7,nan\n4,nan,nan\n5,0.6,nan\n6,nan,0.8\n7,0.5,nan\n", [2, 4, 6]),
    // Longer than any gap before.
    ("1,0.9,nan\n2,nan,0.9\n3,0.7,nan\n4,nan,0.8\n5,0.6,nan\n6,nan,0.7\n7,nan,0.7\n", [6, 7]),
  ])
  func `a loss that was no number stays so`(rows: String, positions: [Double]) throws {
    let series = try #require(try read("epoch,loss,val_loss\n" + rows).first(.loss, .training))
    #expect(zip(series.epochs, series.values).filter(\.1.isNaN).map(\.0) == positions)
  }

  @Test func `gaps in a table of more rows than are kept as points leave no trace`() throws {
    let rows = (1...160_000).map { $0.isMultiple(of: 2) ? "\($0),NaN,0.9\n" : "\($0),0.8,NaN\n" }
    let run = try read("step,loss,val_loss\n" + rows.joined())
    #expect(run.first(.loss, .training)?.summary.nonFiniteCount == 0)
    #expect(run.first(.loss, .validation)?.summary.nonFiniteCount == 0)
    #expect(run.first(.loss, .training)?.values.allSatisfy { abs($0 - 0.8) < 1e-12 } == true)
  }
}
