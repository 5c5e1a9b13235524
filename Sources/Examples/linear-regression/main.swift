// Fits a line to noisy points in three ways: with tensors and gradients alone, with the parts of a training loop,
// and with a trainer that runs the loop and writes everything down.
//
//   swift run linear-regression [folder]
import ATMLTrain

let folder = CommandLine.arguments.dropFirst().first ?? "."

// The data: 240 points around the line y = 2.5 x − 1. Random numbers come from a source with a seed, so that the
// program prints the same every time.
let trueSlope: Float = 2.5
let trueIntercept: Float = -1
var random = RandomSource(seed: 1)
let x = Tensor.uniform([240, 1], in: -2..<2, using: &random)
let noise = Tensor.normal([240, 1], standardDeviation: 0.3, using: &random)
let y = trueSlope * x + trueIntercept + noise
show("true line", slope: trueSlope, intercept: trueIntercept)

// 1. By hand. A tensor that requires a gradient is where the derivatives of the loss arrive.
var slope = Tensor(0, requiresGradient: true)
var intercept = Tensor(0, requiresGradient: true)
let learningRate: Float = 0.1
let batchSize = 20

for _ in 1...5 {
  for start in stride(from: 0, to: x.shape[0], by: batchSize) {
    let rows = start..<(start + batchSize)
    let prediction = slope * x[rows] + intercept
    let loss = (prediction - y[rows]).squared().mean()
    loss.backward()
    // A step against the gradient. A tensor is a value: the step makes new ones, which have no gradient yet.
    if let slopeGradient = slope.gradient, let interceptGradient = intercept.gradient {
      slope = Tensor((slope - learningRate * slopeGradient).data, requiresGradient: true)
      intercept = Tensor((intercept - learningRate * interceptGradient).data, requiresGradient: true)
    }
  }
}
show("by hand", slope: slope.item, intercept: intercept.item)

// 2. The same with parts that have names. A layer holds the slope and the intercept, a loader cuts the data into
// shuffled batches, a loss compares, and an optimiser makes the steps.
let dataset = TensorDataset(inputs: x, targets: y)
let loader = DataLoader(dataset, batchSize: batchSize, shuffleSeed: 1)
let line = Linear(inputs: 1, outputs: 1, using: &random)
let meanSquaredError = MSELoss()
let optimizer = SGD(line.parameters, learningRate: learningRate)

for _ in 1...5 {
  for batch in loader {
    optimizer.zeroGradients()
    let loss = try meanSquaredError(line(batch.inputs), batch.targets)
    loss.backward()
    optimizer.step()
  }
}
show("with a layer and SGD", line)

// 3. The same by a trainer. It also measures data that are kept from training, and records every epoch.
let parts = dataset.split(0.75, seed: 1)
let model = Linear(inputs: 1, outputs: 1, using: &random)
let trainer = Trainer(model, loss: MSELoss(), optimizer: SGD(model.parameters, learningRate: 0.02))
let run = try trainer.fit(
  DataLoader(parts.first, batchSize: batchSize, shuffleSeed: 1),
  validation: DataLoader(parts.second, batchSize: 60), epochs: 20,
  options: FitOptions(
    name: "linear-regression", record: "\(folder)/linear-regression.csv", replacesRecord: true),
  callbacks: [.progress { print($0, terminator: "") }])
show("with a trainer", model)

let report = Report(run.diagnose())
try report.write(to: "\(folder)/linear-regression.pdf")
print(report.headline)

func show(_ name: String, _ line: Linear) {
  show(name, slope: line.weight.item, intercept: line.bias?.wrappedValue.item ?? 0)
}

func show(_ name: String, slope: Float, intercept: Float) {
  let numbers = [slope, intercept].map { NumberText.fixed(Double($0), decimals: 2) }
  print("\(name): slope \(numbers[0]), intercept \(numbers[1])")
}
