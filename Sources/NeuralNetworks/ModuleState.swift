import Tensors

/// The numbers of a network: its parameters and buffers by name, and where its random numbers stand.
///
/// A value: what training does afterwards leaves it as it is. It is what is saved, and what is restored.
public struct ModuleState: Sendable, Hashable {
  /// The numbers by name, such as `0.weight`.
  public var tensors: [String: TensorData]
  /// Where the random numbers of modules such as dropout stand.
  public var randomStates: [String: UInt64]

  public init(tensors: [String: TensorData] = [:], randomStates: [String: UInt64] = [:]) {
    self.tensors = tensors
    self.randomStates = randomStates
  }
}

/// What keeps a state from fitting a model.
public struct ModuleStateError: Error, Hashable, CustomStringConvertible {
  /// Names that the model has and the state lacks.
  public let missing: [String]
  /// Names that the state has and the model lacks.
  public let unexpected: [String]
  /// Names whose shapes differ.
  public let mismatched: [Mismatch]

  public struct Mismatch: Sendable, Hashable {
    public let name: String
    public let expected: Shape
    public let found: Shape
  }

  public var description: String {
    var parts = mismatched.map { "\($0.name) has shape \($0.found), the model's has \($0.expected)" }
    if !missing.isEmpty { parts.append("missing: " + missing.joined(separator: ", ")) }
    if !unexpected.isEmpty { parts.append("not in the model: " + unexpected.joined(separator: ", ")) }
    return "the weights do not fit the model: " + parts.joined(separator: "; ")
  }
}

extension Module {
  /// The numbers of the network as they are now.
  public var state: ModuleState {
    var state = ModuleState()
    walk { name, member in
      switch member {
      case .parameter(_, let parameter): state.tensors[name] = parameter.wrappedValue.data
      case .buffer(_, let buffer): state.tensors[name] = buffer.wrappedValue.data
      case .random(_, let stream): state.randomStates[name] = stream.source.state
      case .module: break
      }
    }
    return state
  }

  /// Takes over the numbers of a state; nothing changes where it does not fit.
  ///
  /// Random states may be missing, as they are in files of other tools.
  /// - Throws: ``ModuleStateError`` with every name that is missing, unexpected or of another shape.
  public func load(_ state: ModuleState) throws(ModuleStateError) {
    var targets: [String: ModuleMember] = [:]
    walk { name, member in
      switch member {
      case .parameter, .buffer: targets[name] = member
      case .random, .module: break
      }
    }
    try check(state, against: targets)
    walk { name, member in
      switch member {
      case .parameter(_, let parameter):
        if let data = state.tensors[name] { parameter.update { $0 = data } }
      case .buffer(_, let buffer):
        if let data = state.tensors[name] { buffer.wrappedValue = Tensor(data) }
      case .random(_, let stream):
        if let place = state.randomStates[name] { stream.source = RandomSource(resumingAt: place) }
      case .module: break
      }
    }
  }

  private func check(
    _ state: ModuleState, against targets: [String: ModuleMember]
  ) throws(ModuleStateError) {
    var missing: [String] = []
    var mismatched: [ModuleStateError.Mismatch] = []
    for (name, member) in targets {
      let expected: Shape
      switch member {
      case .parameter(_, let parameter): expected = parameter.shape
      case .buffer(_, let buffer): expected = buffer.wrappedValue.shape
      case .random, .module: continue
      }
      guard let found = state.tensors[name]?.shape else {
        missing.append(name)
        continue
      }
      if found != expected { mismatched.append(.init(name: name, expected: expected, found: found)) }
    }
    let unexpected = state.tensors.keys.filter { targets[$0] == nil }
    guard missing.isEmpty && unexpected.isEmpty && mismatched.isEmpty else {
      throw ModuleStateError(
        missing: missing.sorted(), unexpected: unexpected.sorted(),
        mismatched: mismatched.sorted { $0.name < $1.name })
    }
  }
}
