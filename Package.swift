// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: a warning is an error, in debug and in release.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// The programs of Sources/Examples, and what each imports.
let examples: [(name: String, imports: [Target.Dependency])] = [
  ("cats-versus-dogs", ["ATMLTrain", "PetDrawing"]),
  ("linear-regression", ["ATMLTrain"]),
  ("losses", ["ATMLTrain"]),
  ("overfitting-cured", ["ATMLTrain"]),
]

let package = Package(
  name: "ATMLDiagnose",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "ATMLDiagnose", targets: ["ATMLDiagnose"]),
    .library(name: "ATMLTrain", targets: ["ATMLTrain"]),
    // The readers alone, which need neither Cairo nor a BLAS.
    .library(name: "LogFormats", targets: ["LogFormats"]),
    .executable(name: "atml-diagnose", targets: ["atml-diagnose"]),
    .executable(name: "atml-train", targets: ["atml-train"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0"),
  ],
  targets: [
    // The plan of the house: a target lists exactly what it may import.
    .target(name: "Files", swiftSettings: strict),
    .target(name: "Texts", swiftSettings: strict),
    .target(name: "RunRecords", swiftSettings: strict),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .target(name: "CHTTP"),
    .target(
      name: "LogFormats",
      dependencies: [
        "ArrayFiles", "CHTTP", "CSQLite", "CZlib", "Files", "RunRecords", "Texts",
        .product(name: "SwiftProtobuf", package: "swift-protobuf"),
      ],
      exclude: ["Events/EventFile.proto", "Wandb/WandbFile.proto"],
      swiftSettings: strict + [.enableUpcomingFeature("MemberImportVisibility")]),
    .target(name: "Diagnostics", dependencies: ["RunRecords", "Texts"], swiftSettings: strict),
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
        "Files", "RunRecords", "LogFormats", "Diagnostics", "Drawing", "Reporting",
        "CairoDrawing", "SVGDrawing", "TerminalDrawing", "Texts",
      ],
      swiftSettings: strict),
    .target(
      name: "CommandSupport",
      dependencies: [
        "ATMLDiagnose", "Files", "Texts",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "atml-diagnose",
      dependencies: [
        "ATMLDiagnose", "CommandSupport", "Texts",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // The training core. Only Tensors imports a BLAS, only Images the image libraries.
    .systemLibrary(
      name: "CBLAS", pkgConfig: "openblas",
      providers: [.apt(["libopenblas-dev"])]),
    .systemLibrary(
      name: "CJPEG", pkgConfig: "libturbojpeg",
      providers: [.apt(["libturbojpeg0-dev"]), .brew(["jpeg-turbo"])]),
    .systemLibrary(
      name: "CPNG", pkgConfig: "libpng",
      providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
    .target(
      name: "Tensors", dependencies: [.target(name: "CBLAS", condition: .when(platforms: [.linux]))],
      swiftSettings: strict),
    .target(name: "NeuralNetworks", dependencies: ["Tensors"], swiftSettings: strict),
    .target(name: "ArrayFiles", dependencies: ["CDeflate", "Files", "Texts"], swiftSettings: strict),
    .target(name: "Images", dependencies: ["CJPEG", "CPNG", "Files", "Texts"], swiftSettings: strict),
    .target(name: "PetDrawing", dependencies: ["Drawing", "CairoDrawing"], swiftSettings: strict),
    .target(
      name: "Training", dependencies: ["NeuralNetworks", "Files", "RunRecords", "ArrayFiles", "Images"],
      swiftSettings: strict),
    .target(
      name: "ATMLTrain",
      dependencies: [
        "ATMLDiagnose", "Diagnostics", "Reporting", "Training", "NeuralNetworks", "Tensors", "ArrayFiles",
        "Images",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "atml-train",
      dependencies: [
        "ATMLTrain", "CommandSupport", "Files", "PetDrawing", "Tensors", "Texts", "Yams",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Speed, beside PyTorch; the one target with C of its own measures the processor's peak.
    .target(name: "CPeak"),
    .executableTarget(
      name: "training-benchmark",
      dependencies: [
        "CPeak", "Images", "NeuralNetworks", "Tensors", "Training",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // How right the diagnoses are, on runs whose truth is known.
    .target(
      name: "AccuracyMeasurement",
      dependencies: [
        "ATMLDiagnose", "CairoDrawing", "Drawing", "Files", "LogFormats", "Reporting", "RunRecords",
        "SVGDrawing", "Texts",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "accuracy",
      dependencies: [
        "AccuracyMeasurement", "ATMLDiagnose", "CommandSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Runs whose truth is known, trained by the project's own core.
    .target(
      name: "BenchmarkTraining",
      dependencies: ["AccuracyMeasurement", "Files", "NeuralNetworks", "RunRecords", "Tensors"],
      swiftSettings: strict),
    .executableTarget(
      name: "train-benchmark",
      dependencies: [
        "AccuracyMeasurement", "BenchmarkTraining", "CommandSupport", "Files", "Tensors",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["RunRecords"], path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "FilesTests", dependencies: ["Files", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "TextsTests", dependencies: ["Texts", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "RunRecordsTests", dependencies: ["RunRecords"], swiftSettings: strict),
    .testTarget(
      name: "LogFormatsTests", dependencies: ["ArrayFiles", "CSQLite", "LogFormats", "TestSupport"],
      swiftSettings: strict),
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
    .testTarget(name: "TensorsTests", dependencies: ["Tensors", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "NeuralNetworksTests", dependencies: ["NeuralNetworks", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "ArrayFilesTests", dependencies: ["ArrayFiles", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "ImagesTests", dependencies: ["Images", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "PetDrawingTests", dependencies: ["PetDrawing", "Images", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "TrainingTests", dependencies: ["Training", "ArrayFiles", "Images", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "ATMLTrainTests", dependencies: ["ATMLTrain", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "AccuracyMeasurementTests",
      dependencies: ["AccuracyMeasurement", "RunRecords", "TestSupport", "accuracy"], swiftSettings: strict),
    .testTarget(
      name: "BenchmarkTrainingTests",
      dependencies: [
        "AccuracyMeasurement", "BenchmarkTraining", "Tensors", "TestSupport", "train-benchmark",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["atml-diagnose", "atml-train", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ExamplesTests",
      dependencies: examples.map { .target(name: $0.name) } + ["ATMLTrain", "PetDrawing", "TestSupport"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

package.targets += examples.map { example in
  .executableTarget(
    name: example.name, dependencies: example.imports, path: "Sources/Examples/\(example.name)",
    swiftSettings: strict)
}
