import RunRecords
import Testing

@testable import LogFormats

struct NamedCurvesTests {
  @Test func `values gather under their names, and names that are no curves are passed over`() throws {
    var curves = NamedCurves()
    for epoch in 1...3 {
      curves.add(1 / Double(epoch), to: "train/loss", at: Double(epoch))
      curves.add(2 / Double(epoch), to: "val/loss", at: Double(epoch))
      curves.add(0.1, to: "best_val_loss", at: Double(epoch))
    }
    let assembler = RunAssembler(
      name: "run", source: "run", format: "test", axis: .epoch, columns: curves.names, options: .init())
    let run = try assembler.assemble(curves.curves, notes: curves.notes)
    #expect(run.names == ["train/loss", "val/loss"])
    #expect(run.first(.loss, .validation)?.values == [2, 1, 2.0 / 3])
  }

  @Test func `names without end do not take memory without end, and it is said`() {
    var curves = NamedCurves()
    for index in 0..<100_000 { curves.add(1, to: "thing\u{2116}\(index)x", at: 1) }
    #expect(curves.curves.count == NamedCurves.mostUnknown)
    #expect(curves.notes.count == 1)
  }

  @Test func `a curve can be moved from steps to epochs`() {
    var curves = NamedCurves()
    for step in 1...4 { curves.add(Double(step), to: "loss", at: Double(step * 10)) }
    curves.move(where: { $0.name == "loss" }) { $0 > 10 ? $0 / 10 : nil }
    #expect(curves.curves.first?.points.map(\.position) == [2, 3, 4])
  }
}
