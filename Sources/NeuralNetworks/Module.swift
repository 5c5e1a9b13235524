import Tensors

/// A part of a network: something that maps a tensor to a tensor, with parameters that are trained.
///
/// A model of one's own is a class with layers as stored properties:
///
/// ```swift
/// final class Classifier: Module {
///   let hidden: Linear
///   let output: Linear
///   init(using random: inout RandomSource) {
///     hidden = Linear(inputs: 784, outputs: 64, using: &random)
///     output = Linear(inputs: 64, outputs: 10, using: &random)
///   }
///   func forward(_ input: Tensor) -> Tensor { output(hidden(input).relu()) }
/// }
/// ```
///
/// Its parameters are found by walking its stored properties, also in arrays, dictionaries and optionals. Printed, it
/// shows what it is made of.
public protocol Module: AnyObject, CustomStringConvertible {
  /// The output for an input.
  func forward(_ input: Tensor) -> Tensor

  /// Switches this module and everything below it between training and evaluation.
  func setMode(_ mode: Mode)

  /// The mode that the module is in, that of its first part that has one; `nil` where it does the same in both.
  ///
  /// A module that keeps a mode of its own answers with it.
  var mode: Mode? { get }

  /// What the module is made of, by name; the default finds its stored properties.
  var members: [ModuleMember] { get }

  /// What the module was made with, as it stands in brackets where it is printed, such as `inputs: 4, outputs: 16`;
  /// nothing by default.
  var configuration: String { get }
}

/// Whether a network is being trained or used.
public enum Mode: Sendable, Hashable {
  /// Dropout drops, and batch normalisation measures the batch.
  case training
  /// Dropout lets everything pass, and batch normalisation uses what it has measured.
  case evaluation
}

extension Module {
  /// The output for an input.
  public func callAsFunction(_ input: Tensor) -> Tensor { forward(input) }

  public func setMode(_ mode: Mode) {
    for case .module(_, let child) in members { child.setMode(mode) }
  }

  public var mode: Mode? {
    for case .module(_, let child) in members {
      if let mode = child.mode { return mode }
    }
    return nil
  }

  /// Runs a function in evaluation mode; then this module and each below it is in the mode that it was in before.
  package func evaluating<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // From the outermost on, so that parts in a mode of their own get it back last.
    var modes: [(module: any Module, mode: Mode?)] = [(self, mode)]
    walk { _, member in
      if case .module(_, let child) = member { modes.append((child, child.mode)) }
    }
    setMode(.evaluation)
    defer {
      for (module, mode) in modes {
        if let mode { module.setMode(mode) }
      }
    }
    return try body()
  }

  public var members: [ModuleMember] { ModuleMember.members(of: self) }

  /// Everything that is trained, in the order of declaration; what is shared comes once.
  public var parameters: [Parameter] { namedParameters.map(\.parameter) }

  /// The parameters with their names: the properties on the way to them, joined by dots, such as
  /// `hidden.weight`; what is shared comes once, by its first name.
  public var namedParameters: [(name: String, parameter: Parameter)] {
    var seen = Set<ObjectIdentifier>()
    var found: [(name: String, parameter: Parameter)] = []
    walk { name, member in
      if case .parameter(_, let parameter) = member, seen.insert(ObjectIdentifier(parameter)).inserted {
        found.append((name, parameter))
      }
    }
    return found
  }

  /// The number of trained numbers.
  public var parameterCount: Int { parameters.reduce(0) { $0 + $1.wrappedValue.count } }

  /// Visits everything below this module with its name.
  func walk(prefix: String = "", _ visit: (_ name: String, _ member: ModuleMember) -> Void) {
    for member in members {
      let name = prefix + member.name
      visit(name, member)
      if case .module(_, let child) = member { child.walk(prefix: name + ".", visit) }
    }
  }
}
