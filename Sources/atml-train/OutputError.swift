/// Why a file of results cannot be written.
struct OutputError: Error, CustomStringConvertible {
  let description: String

  init(_ output: OutputFiles.Named, _ problem: String) {
    description = "\(output.path.isEmpty ? "" : "\(output.path): ")\(output.option): \(problem)"
  }
}
