import ArrayFiles
import NeuralNetworks
import Tensors

extension ModuleState {
  /// Reads weights from a safetensors file, as this package or PyTorch's users write them.
  ///
  /// - Throws: `ArrayFileError`
  public init(contentsOf path: String) throws(ArrayFileError) {
    let file = try SafetensorsFile(contentsOf: path)
    try self.init(file.entries, prefix: "", path: path)
    readRandomStates(file.metadata, prefix: "", path: path)
  }

  /// Writes the weights to a safetensors file, which appears whole or not at all.
  ///
  /// - Throws: `ArrayFileError`
  public func write(to path: String, metadata: [String: String] = [:]) throws(ArrayFileError) {
    let texts = metadata.merging(["format": "pt"]) { own, _ in own }
    try SafetensorsFile(entries(prefix: ""), metadata: texts.merging(randomTexts(prefix: "")) { $1 }).write(
      to: path)
  }

  init(_ entries: [SafetensorsFile.Entry], prefix: String, path: String) throws(ArrayFileError) {
    self.init()
    for entry in entries where entry.name.hasPrefix(prefix) {
      tensors[String(entry.name.dropFirst(prefix.count))] = try TensorData(
        entry.array, path: path, member: entry.name)
    }
  }

  mutating func readRandomStates(_ metadata: [String: String], prefix: String, path: String) {
    let prefix = Self.randomPrefix + prefix
    for (key, text) in metadata where key.hasPrefix(prefix) {
      if let state = UInt64(text) { randomStates[String(key.dropFirst(prefix.count))] = state }
    }
  }

  /// The arrays in the order of their names, each as it is called in a file.
  func entries(prefix: String) -> [SafetensorsFile.Entry] {
    tensors.sorted { $0.key < $1.key }.map { name, data in
      SafetensorsFile.Entry(name: prefix + name, array: NumericArray(data.elements, shape: Array(data.shape)))
    }
  }

  func randomTexts(prefix: String) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: randomStates.map { (Self.randomPrefix + prefix + $0.key, String($0.value)) })
  }

  private static let randomPrefix = "random:"
}
