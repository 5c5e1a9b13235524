import Tensors

/// A named part of a module.
public enum ModuleMember {
  /// Numbers that training changes.
  case parameter(String, Parameter)
  /// Numbers that are kept with the weights but not trained, such as running statistics.
  case buffer(String, Buffer)
  /// Where a module's random numbers stand.
  case random(String, RandomStream)
  case module(String, any Module)

  /// The member's name, as it stands in files of weights.
  public var name: String {
    switch self {
    case .parameter(let name, _), .buffer(let name, _), .random(let name, _), .module(let name, _): name
    }
  }

  /// The parts among an object's stored properties, in the order of declaration.
  static func members(of object: AnyObject) -> [ModuleMember] {
    var mirrors: [Mirror] = []
    var mirror: Mirror? = Mirror(reflecting: object)
    while let level = mirror {
      mirrors.append(level)
      mirror = level.superclassMirror
    }
    return mirrors.reversed().flatMap { level in
      level.children.flatMap { child in members(child.value, name: fileName(of: child.label ?? "")) }
    }
  }

  private static func members(_ value: Any, name: String) -> [ModuleMember] {
    switch value {
    case let parameter as Parameter: return [.parameter(name, parameter)]
    case let buffer as Buffer: return [.buffer(name, buffer)]
    case let stream as RandomStream: return [.random(name, stream)]
    case let module as any Module: return [.module(name, module)]
    case is Tensor: return []
    default: break
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional:
      return mirror.children.flatMap { members($0.value, name: name) }
    case .collection, .tuple:
      return mirror.children.enumerated().flatMap { members($1.value, name: "\(name).\($0)") }
    case .dictionary:
      return entries(of: mirror).flatMap { members($0.value, name: "\(name).\($0.key)") }
    default:
      return []
    }
  }

  /// The entries of a dictionary in the order of their keys, which is the same in every run.
  private static func entries(of dictionary: Mirror) -> [(key: String, value: Any)] {
    let entries = dictionary.children.compactMap { entry -> (key: String, value: Any)? in
      let parts = Array(Mirror(reflecting: entry.value).children)
      return parts.count == 2 ? ("\(parts[0].value)", parts[1].value) : nil
    }
    return entries.sorted { $0.key < $1.key }
  }

  /// The name of a property in files: without the underscore of its wrapper, and with words joined by
  /// underscores, so that `runningMean` is PyTorch's `running_mean`.
  private static func fileName(of label: String) -> String {
    var name = ""
    for character in label.hasPrefix("_") ? label.dropFirst() : label[...] {
      if character.isUppercase, !name.isEmpty { name += "_" }
      name += character.lowercased()
    }
    return name
  }
}
