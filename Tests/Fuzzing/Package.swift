// swift-tools-version: 6.2
import PackageDescription

/// Coverage-guided fuzzing of the log readers: a package of its own, because everything in it is built with the
/// fuzzer's instruments. `.ci/fuzz-logs` builds and runs it; README.md says what is tried.
let package = Package(
  name: "Fuzzing",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "ATMLDiagnose", path: "../..")],
  targets: [
    .executableTarget(
      name: "FuzzLogs",
      dependencies: [.product(name: "LogFormats", package: "ATMLDiagnose")],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])])
  ],
  swiftLanguageModes: [.v6]
)
