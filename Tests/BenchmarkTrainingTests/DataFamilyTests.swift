import Tensors
import Testing

@testable import BenchmarkTraining

@Suite struct `A family of data` {
  @Test(arguments: DataFamily.all.map(\.name))
  func `gives rows of one width, whose targets are what its task asks for`(name: String) throws {
    let family = try #require(DataFamily.all.first { $0.name == name })
    for seed in 0..<6 {
      var random = RandomSource(seed: UInt64(seed))
      let source = family.make(&random).standardized(using: &random)
      let rows = (0..<1_000).map { _ in source.draw(&random) }
      #expect(Set(rows.map(\.inputs.count)).count == 1)
      #expect(rows.allSatisfy { $0.inputs.allSatisfy(\.isFinite) && $0.target.isFinite })
      if let classes = source.task.classCount {
        let answers = Set(rows.map(\.target))
        #expect(answers.count >= 2)
        #expect(answers.allSatisfy { $0.rounded() == $0 && (0..<Float(classes)).contains($0) })
      } else {
        #expect(Set(rows.map(\.target)).count > 100)
      }
    }
  }

  @Test func `is standardised, inputs and numbers asked for`() {
    var random = RandomSource(seed: 3)
    let raw = DataSource(.regression) { random in
      let x = 5 + 3 * random.normal()
      return Row(inputs: [x, 7], target: 100 * x)
    }
    let source = raw.standardized(using: &random)
    let rows = (0..<4_000).map { _ in source.draw(&random) }
    for values in [rows.map { $0.inputs[0] }, rows.map(\.target)] {
      let mean = values.map(Double.init).mean
      let square = values.map { Double($0 * $0) }.mean
      #expect(abs(mean) < 0.1)
      #expect(abs(square - 1) < 0.15)
    }
    // A number that never changes is moved, not blown up.
    #expect(rows.allSatisfy { abs($0.inputs[1]) < 1e-3 })
  }

  @Test func `has a name of its own`() {
    #expect(Set(DataFamily.all.map(\.name)).count == DataFamily.all.count)
  }
}
