import RunRecords
import Texts

/// Pickles of plain data, such as that of `history.history` of Keras; nothing in them is ever run.
public enum PickledHistory: LogFormat {
  /// The most bytes of a file: a history of ten numbers an epoch has millions of epochs in them.
  private static let mostBytes = 64 << 20

  /// What the data is read as once it is JSON.
  private static let shelf = FormatShelf([
    TrainerState.self, SkorchHistory.self, BoostingResults.self, ColumnJSON.self, JSONRecords.self,
  ])

  public static func recognizes(_ head: LogHead) -> Recognition {
    let isMarked = head.bytes.count > 2 && head.bytes[0] == 0x80 && (2...5).contains(head.bytes[1])
    // Protocols 0 and 1 have no mark: a dictionary or a list begins them.
    let isOld = ["(dp", "(d.", "(lp", "}q", "]q", "ccollections\n"].contains { head.starts(with: $0.utf8) }
    guard isMarked || isOld else { return .no }
    var machine = PickleMachine(head.bytes, source: head.name)
    do {
      _ = try machine.run()
    } catch {
      switch error {
      case .truncated where !head.isWhole: break
      case .foreign, .unknown: return isMarked ? .possible : .no
      default: return isMarked && machine.hasData ? .possible : .no
      }
    }
    let names = machine.objects.indices.lazy.compactMap { machine.text(of: $0) }.filter {
      $0.utf8.count < 100
    }
    if names.contains(where: { Heading($0).metric.isJudged && !Heading($0).isIgnored }) { return .certain }
    return isMarked || curveName(head.name) != nil ? .possible : .no
  }

  /// A pickle that cannot be read is told; one that can may be of anything.
  public static func hasRun(atPath path: String) -> Bool {
    do throws(LogError) {
      _ = try read(try LogInput(path: path), options: ReadingOptions())
      return true
    } catch {
      return error.kind != .unrecognized && error.kind != .noLoss
    }
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    try read(try input.rest(upTo: mostBytes), of: input, options: options)
  }

  /// Reads the bytes of a pickle, which may stand in a file of another format.
  static func read(
    _ bytes: [UInt8], of input: LogInput, options: ReadingOptions
  ) throws(LogError) -> RunRecord {
    let json: PickledJSON
    do {
      var machine = PickleMachine(bytes, source: input.source)
      let root = try machine.run()
      json = try PickledJSON(machine, root: root, name: curveName(input.name))
    } catch {
      throw error.error(input.source)
    }
    do {
      return try run(of: json, input, options: options, format: card.id)
    } catch {
      guard error.kind == .unrecognized else { throw error }
      throw LogError(
        .unrecognized, source: input.source, "this pickle holds no history",
        expected: "a dictionary with a list of numbers for each metric, such as history.history of Keras",
        advice: PickleFault.advice)
    }
  }

  /// Makes a run of the data of a pickle.
  ///
  /// - Throws: ``LogError`` `unrecognized` for data that is no history.
  static func run(
    of json: PickledJSON, _ input: LogInput, options: ReadingOptions, format: String
  ) throws(LogError) -> RunRecord {
    var run: RunRecord
    do {
      run = try shelf.read(bytes: json.bytes, name: input.name, options: options)
    } catch {
      throw told(error, of: input)
    }
    run.source = input.source
    run.format = format
    if !json.leftOut.isEmpty {
      run.notes.append(
        RunNote(
          .interpretation,
          "\(NameList.brief(json.leftOut)): left out, for only arrays of one axis are curves."))
    }
    return run
  }

  /// The name of a list that stands alone, as far as that of its file says one.
  private static func curveName(_ fileName: String) -> String? {
    let stem = fileName.split(separator: ".").first.map(String.init) ?? ""
    return Heading(stem).metric.isJudged ? stem : nil
  }

  /// An error about the data, without the places of a text that nobody wrote.
  private static func told(_ error: LogError, of input: LogInput) -> LogError {
    var error = error
    error.source = input.source
    error.line = nil
    error.column = nil
    return error
  }
}
