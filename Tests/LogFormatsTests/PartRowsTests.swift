import LogFormats
import RunRecords
import Testing

struct PartRowsTests {
  @Test(arguments: [
    "           loss      acc\ntrain    T   0.5\nval      V   0.4\n",
    "phase      loss    accuracy\n-------  ------  ----------\ntrain     T      0.5\nval       V      0.4\n",
    "│            │ loss │  acc │\n╞════════════╪══════╪══════╡\n│ Training   │ T │ 0.5 │\n│ Validation │ V │ 0.4 │\n",
    "| split | loss | acc |\n| Train | T | 50.0% |\n| Valid | V | 40.0% |\n",
  ])
  func `a small table for each epoch has a part of the data in each row`(table: String) throws {
    let text = (1...4).map { epoch in
      "Epoch \(epoch)/4\n"
        + table.replacing("T ", with: "1.\(epoch) ").replacing("V ", with: "2.\(epoch) ")
    }
    let run = try read(text.joined(), name: "train.log")
    #expect(run.first(.loss, .training)?.values == [1.1, 1.2, 1.3, 1.4])
    #expect(run.first(.loss, .validation)?.values == [2.1, 2.2, 2.3, 2.4])
    #expect(run.first(.accuracy, .validation)?.values == [0.4, 0.4, 0.4, 0.4])
    #expect(run.epochs == [1, 2, 3, 4])
  }

  @Test func `lines with other words are none of its rows`() throws {
    let run = try read(
      "loss accuracy\nEpoch 1 train loss 2.5 val loss 3.5\nEpoch 2 train loss 1.5 val loss 2.5\n",
      name: "a.log")
    #expect(run.names == ["train loss", "val loss"])
  }
}
