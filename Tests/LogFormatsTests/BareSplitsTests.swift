import LogFormats
import RunRecords
import Testing

struct BareSplitsTests {
  @Test(arguments: ["epoch,train,val\n1,2,3\n2,1,2\n", "epoch,Train,Test\n1,2,3\n2,1,2\n"])
  func `columns that name the parts of the data alone are losses`(text: String) throws {
    let run = try read(text)
    #expect(run.first(.loss, .training)?.values == [2, 1])
    #expect(run.first(.loss, .validation)?.values == [3, 2])
    #expect(run.notes(.interpretation).contains { $0.text.contains("do not say what was measured") })
  }

  @Test func `lists of them are losses too`() throws {
    let run = try read(#"{"train": [2.5, 1.5], "valid": [3.5, 2.5]}"#, name: "h.json")
    #expect(run.first(.loss, .validation)?.values == [3.5, 2.5])
  }

  @Test func `beside a loss they are scores`() throws {
    let lines = (1...4).map {
      "Epoch: 00\($0), Loss: \(2.0 / Double($0)), Train: 0.\($0 + 3), Val: 0.\($0 + 2)\n"
    }
    let run = try read(lines.joined(), name: "graph.log")
    #expect(run.first(.loss, .training)?.count == 4)
    #expect(run.first(.loss, .validation) == nil)
    #expect(run.first(.score, .validation)?.values == [0.3, 0.4, 0.5, 0.6])
  }

  @Test(arguments: ["%", ""])
  func `percentages are no losses`(sign: String) throws {
    let lines = (1...4).map {
      "Epoch: \($0), Loss: 1.\(9 - $0), Train: \($0 + 3)1.5\(sign) | Val: \($0 + 2)1.5\(sign)\n"
    }
    let run = try read(lines.joined(), name: "graph.log")
    #expect(run.first(.loss, .training)?.values == [1.8, 1.7, 1.6, 1.5])
    #expect(run.first(.loss, .validation) == nil)
    #expect(run.first(.score, .validation)?.values == [0.315, 0.415, 0.515, 0.615])
  }

  @Test func `a percent sign says so without a loss too`() throws {
    let run = try read(
      "Epoch 1: Train: 41.5% | Val: 31.5%\nEpoch 2: Train: 51.5% | Val: 31.5%\n", name: "graph.log")
    #expect(run.first(.loss, .training) == nil)
    #expect(run.first(.score, .training)?.values == [0.415, 0.515])
  }

  @Test func `shares that rise are scores`() throws {
    let run = try read("epoch,train,val\n1,0.2,0.1\n2,0.6,0.4\n3,0.9,0.5\n")
    #expect(run.first(.loss, .training) == nil)
    #expect(run.first(.score, .training)?.values == [0.2, 0.6, 0.9])
  }

  @Test func `sizes of data sets are none`() throws {
    let run = try read(
      "train 50000 val 10000\nEpoch 1 loss 2 val_loss 3\nEpoch 2 loss 1 val_loss 2\n", name: "a.log")
    #expect(run.names == ["loss", "val_loss"])
  }

  @Test func `a letter alone is a part of the data only beside the other`() throws {
    let pair = try read("epoch,t_loss,v_loss\n1,2,3\n2,1,2\n")
    #expect(pair.first(.loss, .validation)?.values == [3, 2])
    let behind = try read("epoch,ce_t,ce_v\n1,2,3\n2,1,2\n")
    #expect(behind.first(.loss, .validation)?.values == [3, 2])
    let alone = try read("epoch,loss,v_loss\n1,2,3\n2,1,2\n")
    #expect(alone.first(.loss, .validation) == nil)
  }

  @Test func `in one word a letter is the validation data beside the loss, but not beside that of a policy`()
    throws
  {
    let pair = try read("epoch,loss,vloss\n1,2,3\n2,1,2\n")
    #expect(pair.first(.loss, .training)?.values == [2, 1])
    #expect(pair.first(.loss, .validation)?.values == [3, 2])
    let policy = try read("epoch,loss,vloss,ploss\n1,2,3,4\n2,1,2,3\n")
    #expect(policy.first(.loss, .validation) == nil)
  }

  @Test(arguments: ["E_in,E_out", "tr,va", "tl,vl", "Lt,Lv"])
  func `short names explain each other`(names: String) throws {
    let run = try read("epoch,\(names)\n1,2,3\n2,1,2\n")
    #expect(run.series.first { $0.split == .training }?.values == [2, 1])
    #expect(run.series.first { $0.split == .validation }?.values == [3, 2])
  }
}
