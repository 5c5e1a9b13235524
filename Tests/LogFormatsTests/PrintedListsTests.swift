import LogFormats
import RunRecords
import Testing

struct PrintedListsTests {
  @Test(arguments: [
    "train_losses = [2.5, 1.5, 1.0]\nval_losses = [3.5, 2.5, 2.0]\n",
    "Train losses: [2.5, 1.5, 1.0]\nVal losses: [3.5, 2.5, 2.0]\n",
    "train loss: [2.5 1.5\n 1.0]\nval loss: [3.5 2.5\n 2.0]\n",
    "train_loss = tensor([2.5, 1.5, 1.0], device='cuda:0')\nval_loss = tensor([3.5, 2.5, 2.0])\n",
    "train_loss: [np.float64(2.5), np.float64(1.5), np.float64(1.0)]\nval_loss: [tensor(3.5), tensor(2.5), tensor(2.0)]\n",
    "train: [2.5, 1.5, 1.0]\nval: [3.5, 2.5, 2.0]\n",
  ])
  func `lists with their names are curves`(text: String) throws {
    let run = try read(text, name: "out.txt")
    #expect(run.first(.loss, .training)?.values == [2.5, 1.5, 1])
    #expect(run.first(.loss, .validation)?.values == [3.5, 2.5, 2])
    #expect(run.first(.loss, .validation)?.epochs == [1, 2, 3])
  }

  @Test(arguments: [
    "train_loss = [5, 4, 3, 2]\nval_loss = [None, 4.5, None, 2.5]\n",
    "train_loss: [5 4 3 2]\nval_loss: [-- 4.5 -- 2.5]\n",
    "train_loss = [5, 4, 3, 2]\nval_loss = [None, tensor(4.5, device='cuda:0'), None, tensor(2.5, device='cuda:0')]\n",
    "train_loss = [5, 4, 3, 2]\nval_loss = [failed, 4.5, out of memory, 2.5]\n",
  ])
  func `a gap keeps its place`(text: String) throws {
    let run = try read(text, name: "out.txt")
    #expect(run.first(.loss, .training)?.epochs == [1, 2, 3, 4])
    #expect(run.first(.loss, .validation)?.epochs == [2, 4])
    #expect(run.first(.loss, .validation)?.values == [4.5, 2.5])
    #expect(run.notes.contains { $0.text.contains("is no number") } == text.contains("failed"))
  }

  @Test func `a list that is shorter by a whole factor was taken every so many epochs`() throws {
    let training = (1...40).map { String(1 / Double($0)) }.joined(separator: ", ")
    let validation = (1...8).map { String(2 / Double($0)) }.joined(separator: ", ")
    let run = try read("train_losses = [\(training)]\nval_losses = [\(validation)]\n", name: "out.txt")
    #expect(run.axis == .epoch)
    #expect(run.first(.loss, .validation)?.epochs == [5, 10, 15, 20, 25, 30, 35, 40])
    #expect(run.notes.contains { $0.text.contains("8 values beside 40: read as one after every 5") })
  }

  @Test func `a list that is printed again each epoch is as long as its last form`() throws {
    let losses = ["2.5", "1.5", "1.0", "0.5"]
    let text = (1...4).map { count in
      let list = losses.prefix(count).joined(separator: ", ")
      return "train_losses = [\(list)]\nval_losses = [\(list)]\n"
    }.joined()
    let run = try read(text, name: "out.txt")
    #expect(run.first(.loss, .training)?.epochs == [1, 2, 3, 4])
    #expect(run.first(.loss, .validation)?.values == [2.5, 1.5, 1, 0.5])
  }

  @Test func `an array without its middle is refused`() throws {
    let error = try readError(
      "train_loss: [2.31 1.82 ... 0.40 0.39]\nval_loss: [2.4 1.9 ... 0.7 0.8]\n", name: "out.txt")
    #expect(error.kind == .malformed)
    #expect(error.problem.contains("\"train_loss\" was printed without its middle"))
  }

  @Test func `lists of something else are no curves`() throws {
    _ = try readError("shape: [3, 224, 224]\nclasses = [1, 2]\n", name: "out.txt")
  }
}
