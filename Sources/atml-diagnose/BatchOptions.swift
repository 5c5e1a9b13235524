import ArgumentParser

/// How several runs are gone through.
struct BatchOptions: ParsableArguments {
  @Option(
    name: .customLong("run"),
    help: ArgumentHelp(
      "Of the runs in a folder, a file, a store or a server, only those with this in their names.",
      valueName: "name")
  )
  var runName: String?

  @Option(
    help: ArgumentHelp(
      "How many runs are read side by side; as many as there are processors unless given.",
      valueName: "number"))
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...1_024).contains(jobs) {
      throw ValidationError("--jobs \(jobs): expected a number from 1 to 1024")
    }
    if runName?.isEmpty == true { throw ValidationError("--run: the name of the run is empty") }
  }
}
