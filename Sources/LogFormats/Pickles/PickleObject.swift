import ArrayFiles

/// What a pickle makes: plain data, and the few things that numpy's numbers are made of.
enum PickleObject: Sendable {
  case none
  case bool(Bool)
  case number(Double)
  case text(String)
  case bytes([UInt8])
  /// The elements by their places among the objects, so that a list may be in several others, or in itself.
  case list([Int])
  case tuple([Int])
  case dictionary([(key: Int, value: Int)])
  case global(PickleGlobal)
  /// numpy's type of elements: its code, such as `f4`, with the mark of the byte order before it.
  case elementType(String)
  case array(NumericArray)
  /// An array of which only its shape and bytes to come are missing.
  case unfilledArray
  /// What only code would make, which is not run.
  case code
}

/// The things by name that are understood; nothing of them is ever called.
enum PickleGlobal: Sendable {
  case scalar
  case reconstruct
  case fromBuffer
  case elementType
  case array
  case encode
  case orderedDictionary
  case defaultDictionary
  /// A type that a `defaultdict` makes its values of.
  case plainType

  /// The meaning of a name; `nil` for any other.
  init?(module: String, name: String) {
    switch (module, name) {
    case ("numpy.core.multiarray", "scalar"), ("numpy._core.multiarray", "scalar"): self = .scalar
    case ("numpy.core.multiarray", "_reconstruct"), ("numpy._core.multiarray", "_reconstruct"):
      self = .reconstruct
    case ("numpy.core.numeric", "_frombuffer"), ("numpy._core.numeric", "_frombuffer"): self = .fromBuffer
    case ("numpy", "dtype"): self = .elementType
    case ("numpy", "ndarray"): self = .array
    case ("_codecs", "encode"): self = .encode
    case ("collections", "OrderedDict"): self = .orderedDictionary
    case ("collections", "defaultdict"): self = .defaultDictionary
    case ("builtins", "list"), ("builtins", "dict"), ("builtins", "float"), ("builtins", "int"),
      ("__builtin__", "list"), ("__builtin__", "dict"), ("__builtin__", "float"), ("__builtin__", "int"):
      self = .plainType
    default: return nil
    }
  }
}
