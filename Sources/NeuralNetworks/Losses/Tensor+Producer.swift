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
}
