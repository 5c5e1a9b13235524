import LogFormats
import RunRecords
import TestSupport
import Testing

struct TrackioTests {
  /// A database of which the tables stand behind the first bytes of the file, as those of a project do.
  private func database(_ rows: String, columns: String = "run_id TEXT, ") throws -> ScratchFolder {
    let scratch = try ScratchFolder()
    try makeDatabase(
      scratch("project.db"),
      "CREATE TABLE metrics (id INTEGER PRIMARY KEY, \(columns)run_name TEXT, step INTEGER, metrics TEXT); \(rows)"
    )
    return scratch
  }

  @Test func `each run of a project is one, over its epochs or its steps`() throws {
    let scratch = try database(
      """
      INSERT INTO metrics (run_id, run_name, step, metrics) VALUES
        ('a', 'owl', 0, '{"epoch": 1, "train/loss": 2.5, "val/loss": 2.6}'),
        ('b', 'owl', 0, '{"loss": 1.5, "val": {"loss": 1.75}}'),
        ('a', 'owl', 9, '{"epoch": 2, "train/loss": 1.5, "val/loss": NaN}'),
        ('b', 'owl', 5, '{"loss": 0.5, "val": {"loss": 0.75}}'), ('b', 'owl', 6, 'nothing');
      """)
    let runs = try FormatShelf.standard.runs(at: scratch.path).map { try $0.read() }
    #expect(runs.count == 2)
    #expect(runs[0].axis == .epoch)
    #expect(runs[0].epochs == [1, 2])
    #expect(runs[0].first(.loss, .validation)?.values.first == 2.6)
    #expect(runs[0].first(.loss, .validation)?.values.last?.isNaN == true)
    #expect(runs[1].axis == .step)
    #expect(runs[1].epochs == [0, 5])
    #expect(runs[1].first(.loss, .validation)?.values == [1.75, 0.75])
    #expect(runs[1].notes(.droppedRows).count == 1)
  }

  @Test func `earlier versions tell runs by their names`() throws {
    let scratch = try database(
      """
      INSERT INTO metrics (run_name, step, metrics) VALUES
        ('owl', 0, '{"loss": 1.5, "val_loss": 1.75}'), ('owl', 1, '{"loss": 0.5, "val_loss": 0.75}');
      """, columns: "")
    let run = try FormatShelf.standard.read(path: scratch("project.db"))
    #expect(run.first(.loss, .validation)?.values == [1.75, 0.75])
  }

  @Test func `the tables may be named behind the first bytes of the file`() throws {
    let scratch = try ScratchFolder()
    let fillers = (0..<400).map { "CREATE TABLE filler_\($0) (\(String(repeating: "x", count: 200)) TEXT);" }
      .joined()
    try makeDatabase(
      scratch("project.db"),
      fillers + "CREATE TABLE metrics (run_id TEXT, run_name TEXT, step INTEGER, metrics TEXT);"
        + "INSERT INTO metrics VALUES ('a', 'owl', 0, '{\"loss\": 1.5}'), ('a', 'owl', 1, '{\"loss\": 0.5}');"
    )
    #expect(try FormatShelf.standard.read(path: scratch.path).first(.loss, .training)?.values == [1.5, 0.5])
  }
}
