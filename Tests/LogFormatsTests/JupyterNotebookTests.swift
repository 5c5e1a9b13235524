import LogFormats
import RunRecords
import TestSupport
import Testing

struct JupyterNotebookTests {
  @Test func `every cell with the course of a run is a run, and an evaluation is none`() throws {
    let scratch = try ScratchFolder()
    try scratch.write(
      notebook(
        stream(["Epoch 1 - loss: 0.9 - val_loss: 1.0\n", "Epoch 2 - loss: 0.5 - val_loss: 0.7\n"]),
        stream(["10/10 [====] - 0s 3ms/step - loss: 0.4 - accuracy: 0.8\n"]),
        stream(["[0]\ttrain-logloss:0.6\tval-logloss:0.65\n", "[1]\ttrain-logloss:0.5\tval-logloss:0.6\n"])
      ).utf8, to: "train.ipynb")
    let runs = try FormatShelf.standard.runs(at: scratch("train.ipynb"))
    #expect(runs.map(\.name) == ["In [1]", "In [3]"])
    #expect(try runs[0].read().first(.loss, .validation)?.values == [1, 0.7])
    #expect(try runs[1].read().first(.loss, .validation)?.values == [0.65, 0.6])
  }

  @Test func `a history that is shown again behind the training is the same run`() throws {
    let run = try read(
      notebook(
        stream(["epoch 1 loss: 0.9123 val_loss: 1.0012\n", "epoch 2 loss: 0.5 val_loss: 0.7\n"]),
        data("text/plain", ["{'loss': [0.912341, 0.500012], 'val_loss': [1.001202, 0.7]}"])),
      name: "a.ipynb")
    #expect(run.series("loss")?.epochs == [1, 2])
    let note = "The output of In [1] is read; In [2] shows values of the same run."
    #expect(run.notes.map(\.text).contains(note))
  }

  @Test func `a longer list of the same run is read instead`() throws {
    let run = try read(
      notebook(
        stream(["epoch 0 loss 0.9 val_loss 1.0\n", "epoch 1 loss 0.5 val_loss 0.8\n"]),
        stream(["{'loss': [0.9, 0.5, 0.4], 'val_loss': [1.0, 0.8, 0.7]}\n"])), name: "a.ipynb")
    #expect(run.series("val_loss")?.values == [1, 0.8, 0.7])
  }

  @Test func `tables are read with their marks and pictures passed over, however long`() throws {
    let html = """
      <style>td {color: red}</style><table><tr style='x'><th>epoch<th>train_loss</th><th>valid_loss</th></tr>
      <tr><td>0</td><td><b>0.9</b></td><td>&#49;.0&nbsp;</td></tr>
      <tr><td>1</td><td>0.5</td><td>0.7</td></tr></table>
      """
    let picture = String(repeating: "A", count: 3 << 20)
    let run = try read(
      notebook(
        data("image/png", [picture]), data("text/html", html.split(separator: "\n").map { "\($0)\n" })),
      name: "a.ipynb")
    #expect(run.series("train_loss")?.values == [0.9, 0.5])
    #expect(run.series("valid_loss")?.values == [1, 0.7])
  }

  @Test func `what is wrong with the only training is said with its cell`() throws {
    let error = #expect(throws: LogError.self) {
      try read(
        notebook(stream(["epoch,train_loss,val_loss\n", "1,0.9,oops\n", "2,0.5,0.7\n"])), name: "a.ipynb")
    }
    #expect(error?.description.hasPrefix("a.ipynb, In [1], line 2, column 3 (val_loss): unreadable") == true)
  }

  @Test func `in a folder, notebooks without a run and those beside a log are passed over`() throws {
    let scratch = try ScratchFolder()
    try scratch.write(notebook(stream(["hello\n"])).utf8, to: "a/plots.ipynb")
    let training = notebook(stream(["epoch 1 loss 0.9 val_loss 1\n", "epoch 2 loss 0.5 val_loss 0.7\n"]))
    try scratch.write(training.utf8, to: "b/train.ipynb")
    try scratch.write(training.utf8, to: "c/train.ipynb")
    try scratch.write("epoch,loss,val_loss\n1,0.9,1\n2,0.5,0.7\n".utf8, to: "c/run.csv")
    #expect(
      try FormatShelf.standard.runs(at: scratch.path).map(\.name) == ["b/train.ipynb", "c/run.csv"])
  }

  private func stream(_ lines: [String]) -> String {
    #"{"name": "stdout", "output_type": "stream", "text": \#(json(lines))}"#
  }

  private func data(_ type: String, _ lines: [String]) -> String {
    #"{"output_type": "display_data", "metadata": {}, "data": {"\#(type)": \#(json(lines))}}"#
  }

  private func json(_ lines: [String]) -> String {
    let escapes: [Character: String] = ["\n": "\\n", "\t": "\\t", "\"": "\\\""]
    let texts = lines.map { line in "\"\(line.map { escapes[$0] ?? String($0) }.joined())\"" }
    return "[\(texts.joined(separator: ", "))]"
  }

  /// A notebook of code cells, each with one output.
  private func notebook(_ outputs: String...) -> String {
    let cells = outputs.enumerated().map { place, output in
      """
      {"cell_type": "code", "execution_count": \(place + 1), "metadata": {}, "outputs": [\(output)], "source": []}
      """
    }
    return #"{"cells": [\#(cells.joined(separator: ",\n"))], "metadata": {}, "nbformat": 4}"#
  }
}
