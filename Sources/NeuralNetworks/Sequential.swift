import Tensors

/// Modules one after the other: each maps the output of the one before it.
///
/// ```swift
/// var random = RandomSource(seed: 1)
/// let model = Sequential {
///   Flatten()
///   Linear(inputs: 3 * 32 * 32, outputs: 64, using: &random)
///   ReLU()
///   if regularized { Dropout(0.5, using: &random) }
///   Linear(inputs: 64, outputs: 2, using: &random)
/// }
/// ```
public final class Sequential: Module {
  public let layers: [any Module]

  public init(_ layers: [any Module]) {
    self.layers = layers
  }

  public convenience init(@ModuleBuilder _ layers: () -> [any Module]) {
    self.init(layers())
  }

  public func forward(_ input: Tensor) -> Tensor {
    var output = input
    for layer in layers { output = layer.forward(output) }
    return output
  }

  /// The layers, named by their places as PyTorch names them.
  public var members: [ModuleMember] {
    layers.enumerated().map { .module(String($0), $1) }
  }
}

/// Collects the modules that a `Sequential { ... }` lists; understands `if`, `else`, `switch` and `for`.
@resultBuilder
public enum ModuleBuilder {
  public static func buildExpression(_ module: any Module) -> [any Module] { [module] }
  public static func buildExpression(_ modules: [any Module]) -> [any Module] { modules }
  public static func buildBlock(_ parts: [any Module]...) -> [any Module] { parts.flatMap { $0 } }
  public static func buildOptional(_ part: [any Module]?) -> [any Module] { part ?? [] }
  public static func buildEither(first part: [any Module]) -> [any Module] { part }
  public static func buildEither(second part: [any Module]) -> [any Module] { part }
  public static func buildArray(_ parts: [[any Module]]) -> [any Module] { parts.flatMap { $0 } }
}
