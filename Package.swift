// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: a warning is an error, in debug and in release.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "ATMLDiagnose",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "ATMLDiagnose", targets: ["ATMLDiagnose"]),
    .executable(name: "atml-diagnose", targets: ["atml-diagnose"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    // The plan of the house: a target lists exactly what it may import.
    .target(name: "RunRecords", swiftSettings: strict),
    .target(name: "LogFormats", dependencies: ["RunRecords"], swiftSettings: strict),
    .target(name: "Diagnostics", dependencies: ["RunRecords"], swiftSettings: strict),
    .target(name: "Drawing", swiftSettings: strict),
    .target(name: "SVGDrawing", dependencies: ["Drawing"], swiftSettings: strict),
    .systemLibrary(
      name: "CCairo", pkgConfig: "pangocairo",
      providers: [.apt(["libpango1.0-dev"]), .brew(["pango"])]),
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate",
      providers: [.apt(["libdeflate-dev"]), .brew(["libdeflate"])]),
    .target(name: "CairoDrawing", dependencies: ["Drawing", "CCairo", "CDeflate"], swiftSettings: strict),
    .target(name: "TerminalDrawing", dependencies: ["Drawing"], swiftSettings: strict),
    .target(
      name: "Reporting", dependencies: ["Diagnostics", "Drawing", "RunRecords"], exclude: ["Schema"],
      swiftSettings: strict),
    .target(
      name: "ATMLDiagnose",
      dependencies: [
        "RunRecords", "LogFormats", "Diagnostics", "Drawing", "Reporting",
        "CairoDrawing", "SVGDrawing", "TerminalDrawing",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "atml-diagnose",
      dependencies: [
        "ATMLDiagnose",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["RunRecords"], path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "RunRecordsTests", dependencies: ["RunRecords"], swiftSettings: strict),
    .testTarget(
      name: "LogFormatsTests", dependencies: ["LogFormats", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "DrawingTests", dependencies: ["Drawing", "TerminalDrawing", "TestSupport"], exclude: ["Goldens"],
      swiftSettings: strict),
    .testTarget(
      name: "CairoDrawingTests", dependencies: ["CairoDrawing", "CCairo", "Drawing", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "SVGDrawingTests", dependencies: ["SVGDrawing", "Drawing", "TestSupport"], exclude: ["Goldens"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportingTests", dependencies: ["Reporting", "TestSupport"], exclude: ["Goldens"],
      swiftSettings: strict),
    .testTarget(
      name: "ATMLDiagnoseTests", dependencies: ["ATMLDiagnose", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["atml-diagnose", "TestSupport"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
