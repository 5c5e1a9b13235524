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

  @Test func `lists of something else are no curves`() throws {
    _ = try readError("shape: [3, 224, 224]\nclasses = [1, 2]\n", name: "out.txt")
  }
}
