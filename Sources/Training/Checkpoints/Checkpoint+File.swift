import ArrayFiles
import NeuralNetworks
import RunRecords
import Tensors

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A checkpoint is a safetensors file with the weights below `model.`, the optimiser's memories below `optimizer.`
/// and the best weights below `best.`; the history and where random numbers stand are texts in its metadata.
extension Checkpoint {
  /// Reads a checkpoint.
  ///
  /// - Throws: ``TrainingError`` where the file cannot be read or is no checkpoint.
  public init(contentsOf path: String) throws(TrainingError) {
    let file: SafetensorsFile
    do {
      file = try SafetensorsFile(contentsOf: path)
    } catch {
      throw .checkpoint(error)
    }
    guard let text = file.metadata[Self.progressKey],
      let progress = try? Self.decoder.decode(Progress.self, from: Data(text.utf8))
    else {
      throw .checkpoint(
        CheckpointError(
          path: path,
          problem: "the file holds arrays but no training progress; expected a checkpoint of atml-train"))
    }
    guard progress.isSound else {
      throw .checkpoint(
        CheckpointError(
          path: path,
          problem: "the training progress in it contradicts itself; expected epochs from 1 on, none left out")
      )
    }
    do {
      try self.init(file, progress, path: path)
    } catch {
      throw .checkpoint(error)
    }
    self.path = path
  }

  private init(
    _ file: SafetensorsFile, _ progress: Progress, path: String
  ) throws(ArrayFileError) {
    var model = try ModuleState(file.entries, prefix: Part.model.prefix, path: path)
    model.readRandomStates(file.metadata, prefix: Part.model.prefix, path: path)
    var best: (Int, ModuleState)?
    if let epoch = progress.bestEpoch {
      var state = try ModuleState(file.entries, prefix: Part.best.prefix, path: path)
      state.readRandomStates(file.metadata, prefix: Part.best.prefix, path: path)
      best = (epoch, state)
    }
    var optimizer = OptimizerState(stepCount: progress.stepCount)
    for entry in file.entries where entry.name.hasPrefix(Part.optimizer.prefix) {
      let parts = entry.name.split(separator: ".")
      guard parts.count == 3, let place = Int(parts[2]) else { continue }
      optimizer.memories[String(parts[1]), default: [:]][place] = try TensorData(
        entry.array, path: path, member: entry.name)
    }
    self.init(
      model: model, optimizer: optimizer, history: progress.history, best: best, facts: progress.facts,
      shuffleSeed: progress.shuffleSeed)
  }

  /// Writes the checkpoint to a file, which appears whole or not at all.
  ///
  /// - Throws: ``TrainingError``
  public func write(to path: String) throws(TrainingError) {
    var entries = model.entries(prefix: Part.model.prefix)
    var metadata = model.randomTexts(prefix: Part.model.prefix)
    for (name, memory) in optimizer.memories.sorted(by: { $0.key < $1.key }) {
      for (place, data) in memory.sorted(by: { $0.key < $1.key }) {
        entries.append(
          SafetensorsFile.Entry(
            name: "\(Part.optimizer.prefix)\(name).\(place)",
            array: NumericArray(data.elements, shape: Array(data.shape))))
      }
    }
    if let best {
      entries += best.state.entries(prefix: Part.best.prefix)
      metadata.merge(best.state.randomTexts(prefix: Part.best.prefix)) { $1 }
    }
    let progress = Progress(
      history: history, bestEpoch: best?.epoch, stepCount: optimizer.stepCount, facts: facts,
      shuffleSeed: shuffleSeed)
    do {
      metadata[Self.progressKey] = String(decoding: try Self.encoder.encode(progress), as: UTF8.self)
      try SafetensorsFile(entries, metadata: metadata).write(to: path)
    } catch let error as ArrayFileError {
      throw .checkpoint(error)
    } catch {
      throw .checkpoint(
        CheckpointError(path: path, problem: "the progress cannot be written: \(error)"))
    }
  }

  private enum Part: String {
    case model, optimizer, best

    var prefix: String { rawValue + "." }
  }

  // A diverged run has losses that JSON has no numbers for.
  private static let notFinite = (positive: "inf", negative: "-inf", nan: "nan")

  private static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: notFinite.positive, negativeInfinity: notFinite.negative, nan: notFinite.nan)
    return encoder
  }

  private static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: notFinite.positive, negativeInfinity: notFinite.negative, nan: notFinite.nan)
    return decoder
  }

  private static let progressKey = "atml.progress"

  /// What a checkpoint knows beside arrays.
  private struct Progress: Codable {
    var history: [EpochRecord]
    var bestEpoch: Int?
    var stepCount: Int
    var facts: RunFacts
    var shuffleSeed: UInt64?

    /// Whether the numbers can be those of a run.
    var isSound: Bool {
      let epochs = history.map(\.epoch)
      return stepCount >= 0 && epochs == epochs.indices.map { $0 + 1 }
        && bestEpoch.map(epochs.contains) ?? true
    }
  }
}
