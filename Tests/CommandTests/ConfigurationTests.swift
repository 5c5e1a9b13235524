import TestSupport
import Testing

@Suite struct ConfigurationTests {
  private func run(_ text: String) throws -> Command.Result {
    let command = try Command()
    try command.write(SampleLog.overfit, to: "run.csv")
    try command.write(text, to: "my.json")
    return try command("run.csv", "--no-report", "--config", "my.json", "--fail-on", "rising-validation-loss")
  }

  @Test(arguments: [
    ("", "line 1, column 1: the file ends here"),
    ("{", "line 1, column 2: the file ends here"),
    ("[1]", "line 1, column 1: found [, expected {\"rules\""),
    ("{}", "line 1, column 3: \"rules\" is missing"),
    ("{\"rulez\": {}}", "line 1, column 2: unknown key \"rulez\", expected \"rules\""),
    ("{\"rules\": []}", "line 1, column 11: found [, expected {"),
    ("{\"rules\":\n {\"no-such-rule\": {}}}", "line 2, column 3: there is no rule 'no-such-rule'"),
    (
      "{\"rules\": {\"plateau\": {\n\"nope\": 1}}}",
      "line 2, column 1: the rule plateau has no parameter 'nope'"
    ),
    ("{\"rules\": {\"rising-validation-loss\":\n {\"tolerance\": 99}}}", "line 2, column 3: rising"),
    ("{\"rules\": {\"rising-validation-loss\":\n {\"tolerance\": \"x\"}}}", "line 2, column 16: found \"x\""),
    ("{\"rules\": {\"rising-validation-loss\": {\"tolerance\": 0,1}}}", "column 54: found 1"),
    ("{\"rules\": {},\n \"rules\": {}}", "line 2, column 2: \"rules\" is given twice"),
    ("{\"rules\": {}}\nmore", "line 2, column 1: found more, expected the end of the file"),
    ("/* never\nends", "line 1, column 1: the comment"),
    ("{\n\"rules", "line 2, column 1: the quote"),
  ])
  func `a mistake is named by file, line and column`(text: String, message: String) throws {
    let result = try run(text)
    #expect(result.status == 78)
    #expect(result.errors.hasPrefix("atml-diagnose: my.json, line"), "\(result.errors)")
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test func `a value is used; comments and a last comma may stand`() throws {
    #expect(try run("{\"rules\": {}}").status == 1)
    let text = """
      // A strict team would go lower.
      {"rules": { /* by rule */
        "rising-validation-loss": {"tolerance": 10,},
      },}
      """
    #expect(try run(text).status == 0)
  }
}
