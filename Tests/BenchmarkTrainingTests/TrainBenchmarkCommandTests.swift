import AccuracyMeasurement
import Foundation
import TestSupport
import Testing

@Suite struct `The command train-benchmark` {
  @Test func `writes runs that accuracy scores, the same ones for the same seed`() throws {
    let command = try Command("train-benchmark")
    let arguments = ["--families", "parity", "--templates", "1", "--once", "0", "--runs", "1", "--seed", "4"]
    let result = try command.run(["bench"] + arguments)
    #expect(result.status == 0)
    #expect(result.errors == "parity-0: 1 runs\n")
    let benchmark = Benchmark(path: command.folder.path + "/bench")
    #expect(try benchmark.runs().map(\.id) == ["parity-0-0"])
    #expect(try benchmark.truth().keys.sorted() == ["parity-0-0"])
    #expect(try command.run(["again"] + arguments).status == 0)
    let files = ["runs/parity-0-0.csv", "truth.json", "meta.json"]
    for file in files {
      let (one, other) = (
        command.folder.appending(path: "bench/\(file)"), command.folder.appending(path: "again/\(file)")
      )
      #expect(try Data(contentsOf: one) == Data(contentsOf: other))
    }
  }

  @Test func `trains the runs of further populations once`() throws {
    let command = try Command("train-benchmark")
    let result = try command(
      "bench", "--families", "parity", "--templates", "1", "--once", "1", "--runs", "1", "--seed", "4")
    #expect(result.status == 0)
    let truths = try Benchmark(path: command.folder.path + "/bench").truth()
    #expect(try #require(truths["parity-0-0"]).gains.count == 11)
    #expect(try #require(truths["parity-1-0"]).gains.keys.sorted() == ["early_stop", "none"])
    #expect(try command("bench", "--templates", "0", "--once", "0").status == 64)
  }

  @Test func `trains the same runs again with other random numbers, for another truth of them`() throws {
    let command = try Command("train-benchmark")
    let arguments = ["--families", "parity", "--templates", "1", "--once", "0", "--runs", "1", "--seed", "4"]
    for repetition in ["0", "1"] {
      #expect(try command.run([repetition] + arguments + ["--repetition", repetition]).status == 0)
    }
    #expect(try command.read("0/runs/parity-0-0.csv") == command.read("1/runs/parity-0-0.csv"))
    let truths = try ["0", "1"].map { folder in
      try #require(Benchmark(path: command.folder.path + "/\(folder)").truth()["parity-0-0"])
    }
    #expect(truths[0].testLoss == truths[1].testLoss)
    #expect(truths[0].gains["early_stop"] == truths[1].gains["early_stop"])
    #expect(truths[0].gains["larger_model"] != truths[1].gains["larger_model"])
  }

  @Test func `goes on where a training was broken off`() throws {
    let command = try Command("train-benchmark")
    let arguments = ["--families", "parity", "--templates", "1", "--once", "0", "--seed", "4"]
    #expect(try command.run(["part"] + arguments + ["--runs", "1"]).status == 0)
    let rest = try command.run(["part"] + arguments + ["--runs", "2", "--resume"])
    #expect(rest.status == 0 && rest.errors == "parity-0: 1 runs\n")
    #expect(try command.run(["whole"] + arguments + ["--runs", "2"]).status == 0)
    for file in ["runs/parity-0-0.csv", "runs/parity-0-1.csv", "truth.json", "meta.json"] {
      let files = ["part", "whole"].map { command.folder.appending(path: "\($0)/\(file)") }
      #expect(try Data(contentsOf: files[0]) == Data(contentsOf: files[1]))
    }
  }

  @Test func `does not go on with a folder that is damaged`() throws {
    let command = try Command("train-benchmark")
    try command.write("{", to: "bench/truth.json")
    try command.write("{}", to: "bench/meta.json")
    let result = try command("bench", "--resume")
    #expect(result.status == 65)
    #expect(result.errors.contains("bench/truth.json"))
    #expect(try command.read("bench/truth.json") == Data("{".utf8))
  }

  @Test func `refuses families that are not there, and nothing to do`() throws {
    let command = try Command("train-benchmark")
    let unknown = try command("bench", "--families", "moon")
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("there is no family 'moon'; there are spirals, checkerboard"))
    #expect(try command("bench", "--runs", "0").status == 64)
  }
}
