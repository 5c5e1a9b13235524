import AccuracyMeasurement
import ArgumentParser
import BenchmarkTraining
import CommandSupport
import Files
import Tensors

/// Trains the runs of a benchmark, some eleven times and some once.
@main
struct TrainBenchmarkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-benchmark",
    abstract: "Train runs whose truth is known, for scorecards to be fitted to.",
    discussion: """
      Every run is trained on data without end, so that a large test set tells its truth, and ten times again with one \
      thing changed, which tells what helps. Runs of further populations are trained once, which settles whether they \
      overfit or their validation loss misleads, and takes an eighth of the time. The folder has runs/RUN.csv, \
      meta.json and truth.json, as `accuracy` takes them.

      Examples:
        train-benchmark .build/trained-runs
        train-benchmark .build/trained-again --repetition 1
        train-benchmark small --families spirals topics --templates 1 --once 0 --runs 4 --seed 7

      Exit status: 0 trained, 64 wrong usage, 65 a folder to go on with that is damaged, 73 a file that cannot be \
      written.
      """)

  static func main() async {
    MatrixKernels.restartWithBetter()
    Terminal.surviveClosedPipes()
    let runner = CommandRunner(name: "train-benchmark") { error in
      error is SystemError ? .cannotCreate : error is BenchmarkError ? .dataError : nil
    }
    await runner.perform(Self.self, Array(CommandLine.arguments.dropFirst()))
  }

  @Argument(help: "The folder to write to.", completion: .directory)
  var folder: String

  @Option(
    parsing: .upToNextOption, help: "The families of data; all without it.",
    completion: .list(DataFamily.all.map(\.name)))
  var families: [String] = []

  @Option(help: "How many populations of each family of data.")
  var templates = 8

  @Option(help: "How many further populations of each family, whose runs are trained once.")
  var once = 24

  @Option(help: "How many runs of each population.")
  var runs = 22

  @Option(help: "The number that every random number follows from.")
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "Train the same runs, and again with other random numbers than their own: another truth of them, which shows how "
        + "much of a truth is chance.", valueName: "number"))
  var repetition: UInt64 = 0

  @Option(help: "How many runs are trained at once.")
  var jobs = Processors.count

  @Flag(
    help: "Leave out the runs that are in the folder already, trained with the same numbers and as often.")
  var resume = false

  func validate() throws {
    if min(templates, once) < 0 || templates + once < 1 || runs < 1 || jobs < 1 {
      throw ValidationError("at least one population, one run and one job are needed")
    }
    let known = DataFamily.all.map(\.name)
    if let unknown = families.first(where: { !known.contains($0) }) {
      throw ValidationError("there is no family '\(unknown)'; there are \(known.joined(separator: ", "))")
    }
  }

  func run() async throws {
    var benchmark = resume ? try BenchmarkFolder(resuming: folder) : BenchmarkFolder(path: folder)
    // The tables are written whole each time, which takes longer than a population where there are many runs.
    let clock = ContinuousClock()
    var written = clock.now
    for template in 0..<(templates + once) {
      for family in DataFamily.all where families.isEmpty || families.contains(family.name) {
        let numbers = (0..<runs).filter {
          !benchmark.has(BenchmarkEntry.id(family, template: template, number: $0))
        }
        guard !numbers.isEmpty else { continue }
        try benchmark.add(await train(family, template: template, numbers))
        if clock.now - written > .seconds(60) {
          try benchmark.writeTables()
          written = clock.now
        }
        try Terminal.standardError.print("\(family.name)-\(template): \(numbers.count) runs")
      }
    }
    try benchmark.writeTables()
  }

  /// Trains the runs of a population, some at once.
  private func train(
    _ family: DataFamily, template: Int, _ numbers: [Int]
  ) async throws -> [BenchmarkEntry] {
    let changes = template < templates ? Retraining.allCases : []
    return try await withThrowingTaskGroup(of: BenchmarkEntry.self) { group in
      var entries: [BenchmarkEntry] = []
      for (place, number) in numbers.enumerated() {
        if place >= jobs, let entry = try await group.next() { entries.append(entry) }
        group.addTask { [seed, repetition] in
          try BenchmarkEntry(
            family, template: template, number: number, seed: seed, again: changes,
            repetition: repetition)
        }
      }
      for try await entry in group { entries.append(entry) }
      return entries
    }
  }
}
