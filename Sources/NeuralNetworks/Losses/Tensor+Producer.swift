import Tensors

extension Tensor.Producer {
  /// The function's name in messages.
  var name: String {
    switch self {
    case .tanh: "tanh"
    case .sigmoid: "sigmoid"
    case .softmax: "softmax"
    case .logSoftmax: "log-softmax"
    }
  }

  /// The numbers that the function can give, where they are bounded on both sides.
  var range: ClosedRange<Float>? {
    switch self {
    case .tanh: -1...1
    case .sigmoid, .softmax: 0...1
    case .logSoftmax: nil
    }
  }
}
