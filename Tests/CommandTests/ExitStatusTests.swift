import Foundation
import TestSupport
import Testing

@Suite struct ExitStatusTests {
  private let healthy: String = {
    var text = "epoch,train_loss,val_loss\n"
    for epoch in 1...40 {
      let level = 0.2 + 2 / Double(epoch * epoch)
      text += "\(epoch),\(level),\(level + 0.01)\n"
    }
    return text
  }()

  @Test(arguments: [
    ([], 64, "no training log"),
    (["missing.csv"], 66, "missing.csv"),
    (["empty.csv"], 65, "empty"),
    (["words.csv"], 65, "words.csv"),
    (["no-loss.csv"], 65, "alpha, beta"),
    (["good.csv", "--dpi", "0"], 64, "--dpi"),
    (["good.csv", "--size", "huge"], 64, "size"),
    (["good.csv", "--size", "50x20mm"], 64, "expected 25.4 to 5080 mm for each side"),
    (["good.csv", "--size", "1x500in"], 64, "expected 1 to 200 in for each side"),
    (
      ["good.csv", "--size", "2000x2000mm", "--dpi", "1200", "-o", "x.png"], 64, "pixels is too large to draw"
    ),
    (["good.csv", "--theme", "pink"], 64, "theme"),
    (["good.csv", "--date", "yesterday"], 64, "--date"),
    (["good.csv", "-o", "report.docx"], 64, "docx"),
    (["good.csv", "-o", "-"], 64, "--format"),
    (["good.csv", "--classes", "1"], 64, "--classes"),
    (["good.csv", "--guessing-loss", "0"], 64, "expected a number above 0"),
    (["good.csv", "--guessing-loss", "inf"], 64, "expected a number above 0"),
    (["good.csv", "--loss-mode", "sometimes"], 64, "running"),
    (["good.csv", "--set", "nonsense"], 64, "RULE.PARAMETER=NUMBER"),
    (["good.csv", "--set", "no-such-rule.tolerance=1"], 64, "no-such-rule"),
    (["good.csv", "--set", "rising-validation-loss.nope=1"], 64, "tolerance"),
    (["good.csv", "--set", "rising-validation-loss.tolerance=-5"], 64, "-5"),
    (["good.csv", "--fail-on", "nonsense"], 64, "nonsense"),
    (["good.csv", "--train", "lossy"], 64, "train_loss"),
    (["good.csv", "--config", "missing.json"], 78, "missing.json"),
    (["good.csv", "--config", "broken.json"], 78, "broken.json"),
    (["good.csv", "--config", "unknown-key.json"], 78, "rulez"),
    (["good.csv", "-o", "good.csv/x.pdf"], 73, "good.csv/x.pdf"),
    (["good.csv", "--nonsense"], 64, "--nonsense"),
  ])
  func `bad input has its status and a message that names it`(
    arguments: [String], status: Int32, message: String
  ) throws {
    let command = try Command()
    try command.write(healthy, to: "good.csv")
    try command.write("", to: "empty.csv")
    try command.write("The quick brown fox\njumps over the lazy dog\n", to: "words.csv")
    try command.write("alpha,beta\n1,2\n2,3\n", to: "no-loss.csv")
    try command.write("{", to: "broken.json")
    try command.write("{\"rulez\": {}}", to: "unknown-key.json")
    let before = command.files
    let result = try command.run(arguments)
    #expect(result.status == status, "\(result.errors)")
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(command.files == before, "nothing is left behind")
  }

  @Test func `fail-on makes the status 1 for what is found, and 0 otherwise`() throws {
    let command = try Command()
    try command.write(healthy, to: "good.csv")
    try command.write("epoch,loss,val_loss\n1,2,2\n2,1,1.5\n3,nan,nan\n4,nan,nan\n", to: "bad.csv")
    #expect(try command("good.csv", "--no-report", "--fail-on", "severe").status == 0)
    #expect(try command("bad.csv", "--no-report", "--fail-on", "severe").status == 1)
    #expect(try command("bad.csv", "--no-report", "--fail-on", "non-finite-values").status == 1)
    #expect(try command("bad.csv", "--no-report", "--fail-on", "divergence").status == 1)
    #expect(try command("bad.csv", "--no-report", "--fail-on", "overfitting").status == 0)
    #expect(try command("bad.csv", "--no-report").status == 0)
  }

  /// Every training example is right in the end, a third of the others is not, and no loss rises.
  private let memorised: String = {
    var text = "epoch,train_loss,val_loss,train_acc,val_acc\n"
    for epoch in 1...60 {
      let x = Double(epoch)
      let noise = 0.03 * sin(37 * x)
      let losses = "\(2 * exp(-x / 8) + 0.002),\(1.5 * exp(-x / 5) + 0.7 + noise)"
      text += "\(epoch),\(losses),\(1 - 0.9 * exp(-x / 6)),\(0.72 - 0.6 * exp(-x / 5) + noise / 2)\n"
    }
    return text
  }()

  @Test func `fail-on also names the verdict, whichever findings it rests on`() throws {
    let command = try Command()
    let logs = [
      memorised, healthy, SampleLog.overfit, "epoch,loss\n1,2\n2,1.5\n",
      "epoch,loss,val_loss\n1,2,2\n2,1,1.5\n3,nan,nan\n4,nan,nan\n",
    ]
    for log in logs {
      let text = try command("-", "--format", "json", "--no-report", input: log).outputData
      let object = try #require(try JSONSerialization.jsonObject(with: text) as? [String: Any])
      let verdict = try #require(object["verdict"] as? String)
      for name in [verdict, verdict.replacing(" ", with: "-")] {
        let result = try command("-", "--no-report", "--fail-on", name, input: log)
        #expect(result.status == 1, "\(name): \(result.errors)")
        #expect(result.errors.hasSuffix("(--fail-on)\n") && result.errors.contains(": found "))
      }
      let other = verdict == "unstable" ? "diverged" : "unstable"
      #expect(try command("-", "--no-report", "--fail-on", other, input: log).status == 0)
    }
    let inconclusive = try command("-", "--no-report", "--fail-on", "inconclusive", input: logs[3])
    #expect(inconclusive.errors == "atml-diagnose: stdin: found the verdict inconclusive (--fail-on)\n")
  }

  @Test func `a configuration file of the folder is used`() throws {
    let command = try Command()
    try command.write(healthy, to: "good.csv")
    try command.write(
      "{ // comments may stand here\n \"rules\": {\"rising-validation-loss\": {\"tolerance\": 0.1}} }",
      to: ".atml-diagnose.json")
    #expect(try command("good.csv", "--no-report").status == 0)
    try command.write(
      "{\"rules\": {\"rising-validation-loss\": {\"tolerance\": 99}}}", to: ".atml-diagnose.json")
    let result = try command("good.csv", "--no-report")
    #expect(result.status == 78)
    #expect(result.errors.contains("tolerance"))
  }

  private static let interFolder = "/usr/share/fonts/opentype/inter"

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: interFolder)),
    arguments: [
      ("日本", "fonts-wqy-microhei"), ("日本 😀", "fonts-wqy-microhei fonts-noto-color-emoji"),
      ("नमस्ते", "fonts-noto-core"),
    ])
  func `characters that no font has name the packages that have them`(title: String, packages: String) throws
  {
    let command = try Command()
    try command.write(healthy, to: "good.csv")
    try command.write(
      "<fontconfig><dir>\(Self.interFolder)</dir><cachedir>\(command.folder.path)/cache</cachedir></fontconfig>",
      to: "fonts.conf")
    let result = try command.run(
      ["good.csv", "-o", "out.svg", "--title", title],
      environment: ["FONTCONFIG_FILE": command.folder.appending(path: "fonts.conf").path])
    #expect(result.status == 0)
    #expect(result.errors.hasSuffix("; install \(packages)\n"), "\(result.errors)")
  }

  @Test func `without a font nothing is drawn and the package is named`() throws {
    let command = try Command()
    try command.write(healthy, to: "good.csv")
    try command.write("<fontconfig><dir>\(command.folder.path)/none</dir></fontconfig>", to: "fonts.conf")
    let result = try command.run(
      ["good.csv", "-o", "out.pdf"],
      environment: ["FONTCONFIG_FILE": command.folder.appending(path: "fonts.conf").path])
    #expect(result.status == 69, "\(result.output)")
    #expect(result.errors.contains("fonts-"))
    #expect(!command.exists("out.pdf"))
  }
}
