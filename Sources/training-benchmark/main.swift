import NeuralNetworks
import Tensors

func measure(_ batch: Int, _ widths: [Int]) {
  var random = RandomSource(seed: 1)
  var layers: [any Module] = []
  for i in 0..<(widths.count - 1) {
    layers.append(Linear(inputs: widths[i], outputs: widths[i + 1], using: &random))
    if i < widths.count - 2 { layers.append(ReLU()) }
  }
  let model = Sequential(layers)
  let optimizer = SGD(model.parameters, learningRate: 0.01, momentum: 0.9)
  let loss = CrossEntropyLoss()
  let x = Tensor.normal([batch, widths[0]], using: &random)
  let y = Tensor((0..<batch).map { _ in Float(random.next() % UInt64(widths[widths.count - 1])) })
  func step() {
    optimizer.zeroGradients()
    let value = try! loss(model(x), y)
    value.backward()
    optimizer.step()
  }
  ComputeThreads.with(CommandLine.arguments.count > 2 ? 2 : 1) {
  let clock = ContinuousClock()
  for _ in 0..<20 { step() }
  var best = Duration.seconds(100)
  let begin = clock.now
  while clock.now - begin < .seconds(1.5) {
    let n = widths[0] > 100 ? 20 : 200
    let t = clock.measure { for _ in 0..<n { step() } } / n
    best = min(best, t)
  }
  print(batch, widths, best)
  }
}
let only = CommandLine.arguments.dropFirst().first.flatMap { Int($0) }
for (b, w) in [
  (8, [16, 32, 32, 10]), (8, [784, 32, 32, 10]), (32, [3072, 64, 2]), (64, [784, 256, 128, 10]),
  (512, [784, 1024, 1024, 10]),
] {
  if only == nil || only == w[0] * 1000 + b { measure(b, w) }
}
