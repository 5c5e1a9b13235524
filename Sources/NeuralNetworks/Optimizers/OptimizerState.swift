import Tensors

/// What an optimiser remembers from step to step.
public struct OptimizerState: Sendable, Hashable {
  /// How many steps it has made.
  public var stepCount: Int
  /// Its memories by name, such as `momentum`; in each a tensor for a parameter, by the parameter's place.
  public var memories: [String: [Int: TensorData]]

  public init(stepCount: Int = 0, memories: [String: [Int: TensorData]] = [:]) {
    self.stepCount = stepCount
    self.memories = memories
  }
}

/// What keeps a state from fitting an optimiser.
public struct OptimizerStateError: Error, Hashable, CustomStringConvertible {
  public let problem: String

  public var description: String { "the state does not fit the optimiser: \(problem)" }
}

extension OptimizerState {
  /// Checks that the memories are those of an optimiser and fit its parameters.
  ///
  /// - Parameters:
  ///   - names: the memories that the optimiser has, with whether each holds one number or a number for each of the
  ///     parameter's.
  func check(
    _ names: [String: Extent], for parameters: [Parameter]
  ) throws(OptimizerStateError) {
    for (name, memory) in memories.sorted(by: { $0.key < $1.key }) where !memory.isEmpty {
      guard let extent = names[name] else {
        throw OptimizerStateError(
          problem: "found the memory \(name), expected \(names.keys.sorted().joined(separator: ", ")); "
            + "it is another optimiser's")
      }
      for (index, data) in memory.sorted(by: { $0.key < $1.key }) {
        guard parameters.indices.contains(index) else {
          throw OptimizerStateError(
            problem: "found \(name) of parameter \(index), but there are \(parameters.count) parameters")
        }
        let expected = extent == .single ? Shape() : parameters[index].shape
        guard data.shape == expected else {
          throw OptimizerStateError(
            problem: "\(name) of parameter \(index) has shape \(data.shape), expected \(expected)")
        }
      }
    }
  }

  /// How many numbers a memory has for a parameter.
  enum Extent {
    case single
    case whole
  }
}
