import Foundation
import LogFormats
import RunRecords
import TestSupport
import Testing

/// A real server of MLflow, asked and compared with what was logged and with its own store.
@Suite(.serialized, .enabled(if: LiveMLflow.isInstalled, "MLflow is not installed"))
struct MLflowServerIntegrationTests {
  @Test(arguments: LiveMLflow.Store.allCases)
  func `runs of a live server are bit for bit those that were logged, and those of its store`(
    store: LiveMLflow.Store
  ) throws {
    let live = try LiveMLflow(store)
    let locations = try FormatShelf.standard.runs(at: "mlflow:\(live.address)")
    #expect(locations.count == live.logged.runs.count { $0.value.deleted != true })

    let stored = try Dictionary(
      uniqueKeysWithValues: FormatShelf.standard.runs(at: live.storePath).map { ($0.name, $0) })
    for location in locations {
      let identifier = try #require(location.source.split(separator: "/").last.map(String.init))
      let logged = try #require(live.logged.runs[identifier])
      let beside = try #require(stored[location.name], "\(location.name) is not in the store")
      guard !logged.curves.isEmpty else {
        for place in [location, beside] {
          let error = try #require(throws: LogError.self) { _ = try place.read() }
          #expect(error.problem == "the run has no metrics")
        }
        continue
      }
      let run = try location.read()
      #expect(run.name == logged.name)
      #expect(differences(of: run, from: logged) == [], "\(location.name)")
      let own = try FormatShelf.standard.read(path: location.source)
      #expect(differences(of: own, from: logged) == [], "\(location.name)")
      let fromStore = try beside.read()
      #expect(differences(of: fromStore, from: logged) == [], "\(location.name)")
      #expect(run.axis == fromStore.axis)
      #expect(run.series.map(\.split) == fromStore.series.map(\.split))
    }
  }

  @Test func `an experiment is found by its name and by its number, and a deleted run by its identifier`()
    throws
  {
    let live = try LiveMLflow(.sql)
    let named = try FormatShelf.standard.runs(at: "mlflow:\(live.address)/B%C3%BCro%2Fnames with spaces")
    let names = Set(named.map(\.name))
    #expect(named.count == 6 && names.count == 6)
    #expect(names.isSuperset(of: ["a/b c?d#e", "parent", "child"].map { "Büro/names with spaces/" + $0 }))
    #expect(names.count { $0.hasPrefix("Büro/names with spaces/twin (") } == 2)
    let numbered = try FormatShelf.standard.runs(at: "mlflow:\(live.address)/#/experiments/2")
    #expect(Set(numbered.map(\.name)) == names)

    let deleted = try #require(live.logged.runs.first { $0.value.deleted == true })
    let run = try FormatShelf.standard.read(path: "mlflow:\(live.address)/\(deleted.key)")
    #expect(differences(of: run, from: deleted.value) == [])
    #expect(run.notes.contains { $0.text.contains("deleted") })
  }

  /// The curves in which a run is not what was logged; any NaN is as good as another.
  private func differences(of run: RunRecord, from logged: LiveMLflow.Logged.Run) -> [String] {
    let names = Set(logged.curves.keys).union(run.names)
    return names.sorted().filter { name in
      guard let series = run.series(name), let points = logged.curves[name] else { return true }
      let bits = series.values.map { $0.isNaN ? 0x7FF8_0000_0000_0000 : $0.bitPattern }
      let steps = points.keys.compactMap { Double($0) }.sorted()
      return series.epochs != steps
        || bits != steps.map { points[String(Int($0))].flatMap { UInt64($0, radix: 16) } }
    }
  }
}
