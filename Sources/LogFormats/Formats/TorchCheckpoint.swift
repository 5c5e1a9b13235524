import RunRecords
import Texts

/// Checkpoints of PyTorch with lists of losses beside the weights; no code in them is run.
public enum TorchCheckpoint: LogFormat {
  /// The most bytes before the tensors.
  private static let mostBytes = 64 << 20

  public static func recognizes(_ head: LogHead) -> Recognition {
    dataOffset(head.bytes) == nil ? .no : .certain
  }

  /// Most checkpoints hold nothing but weights.
  public static func hasRun(atPath path: String) -> Bool {
    (try? read(try LogInput(path: path), options: ReadingOptions())) != nil
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    let data = try Data(of: input)
    do {
      return try PickledHistory.run(of: try data.json(), input, options: options, format: card.id)
    } catch {
      guard error.kind == .unrecognized || error.kind == .noLoss else { throw error }
      let keys = data.keys.map { PrintableText.clean($0) }
      let holdsTensors = keys.contains { Heading($0).metric.isJudged }
      throw LogError(
        .unrecognized, source: input.source, "this checkpoint holds no history",
        found: keys.isEmpty ? nil : NameList.brief(keys), expected: "a list of numbers for each metric",
        advice: holdsTensors
          ? "Save numbers, not tensors: losses.append(loss.item())."
          : "Save them beside the weights: torch.save({\"train_losses\": [...], \"val_losses\": [...]}, file)."
      )
    }
  }

  /// Where the data begins in the archive: PyTorch stores it first, unpacked.
  private static func dataOffset(_ bytes: some RandomAccessCollection<UInt8>) -> Int? {
    let header = Array(bytes.prefix(30))
    guard header.count == 30, header.starts(with: [0x50, 0x4B, 3, 4]), header[8] == 0, header[9] == 0 else {
      return nil
    }
    let nameLength = Int(header[26]) | Int(header[27]) << 8
    let extraLength = Int(header[28]) | Int(header[29]) << 8
    let name = bytes.dropFirst(30).prefix(nameLength)
    return name.suffix(9).elementsEqual("/data.pkl".utf8) ? 30 + nameLength + extraLength : nil
  }

  /// What was pickled.
  private struct Data {
    private var machine: PickleMachine
    private let root: Int

    /// Reads no more than it takes: the tensors lie behind it.
    init(of input: LogInput) throws(LogError) {
      while true {
        let window = input.window
        let offset = dataOffset(window) ?? window.count
        machine = PickleMachine(
          Array(window.dropFirst(offset)), source: input.source, passesOverCode: true)
        do {
          root = try machine.run()
          return
        } catch {
          guard case .truncated(let place) = error else { throw error.error(input.source) }
          guard !input.isAtEnd, window.count < mostBytes else {
            throw LogError(
              .malformed, source: input.source,
              "the checkpoint ends before its data does, at byte \(offset + place)",
              advice: "Copy or save it again.")
          }
        }
        try input.extend()
      }
    }

    /// The keys of the dictionary that was saved.
    var keys: [String] {
      guard case .dictionary(let members) = machine.objects[root] else { return [] }
      return members.compactMap { machine.text(of: $0.key) }
    }

    /// The data without what is made by code.
    func json() throws(LogError) -> PickledJSON {
      var plain = machine
      if let members = machine.plainMembers(of: root) { plain.objects[root] = .dictionary(members) }
      do {
        return try PickledJSON(plain, root: root, name: nil)
      } catch {
        throw error.error(machine.source)
      }
    }
  }
}
