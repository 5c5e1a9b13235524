import SwiftProtobuf

/// Finds the scalars in event records of one run.
///
/// Scalars stand as plain numbers or as tensors of TensorBoard's `scalars` plugin, whose name may come with a tag's
/// first value only: it is remembered.
struct ScalarEvents {
  /// What one record tells.
  enum Content {
    case scalars([(tag: String, value: Double)], step: Double)
    /// The run began again: what it logged before, from this step on, is void.
    case purge(from: Double)
    /// Texts, pictures, graphs.
    case other
    /// No event.
    case unreadable
  }

  private var isScalar: [String: Bool] = [:]
  private static let mostTags = 65_536
  private static let longestTag = 1_024
  private static let start: Int32 = 1

  private static let options: BinaryDecodingOptions = {
    var options = BinaryDecodingOptions()
    options.discardUnknownFields = true
    return options
  }()

  mutating func content(of record: [UInt8]) -> Content {
    guard let event = try? EventFileEvent(serializedBytes: record, options: Self.options) else {
      return .unreadable
    }
    let step = Double(event.step)
    switch event.what {
    case .sessionLog(let log): return log.status == Self.start ? .purge(from: step) : .other
    case .summary(let summary):
      let scalars = summary.value.compactMap { value in self.scalar(in: value).map { (value.tag, $0) } }
      return scalars.isEmpty ? .other : .scalars(scalars, step: step)
    case nil: return .other
    }
  }

  private mutating func scalar(in value: EventFileSummary.Value) -> Double? {
    guard value.tag.utf8.count <= Self.longestTag else { return nil }
    let plugin = value.metadata.pluginData.pluginName
    if !plugin.isEmpty || value.metadata.dataClass != 0, isScalar.count < Self.mostTags {
      isScalar[value.tag] = plugin == "scalars" || plugin.isEmpty && value.metadata.dataClass == 1
    }
    return switch value.content {
    case .simpleValue(let number): Double(number)
    case .tensor(let tensor): isScalar[value.tag] == true ? tensor.scalar : nil
    case nil: nil
    }
  }
}
