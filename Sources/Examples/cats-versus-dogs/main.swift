// Tells cats from dogs by the pixels of small pictures, first with a linear model, then with a hidden layer, and
// reads the curves of both.
//
//   swift run -c release cats-versus-dogs [folder]
import ATMLTrain
import PetDrawing

let folder = CommandLine.arguments.dropFirst().first ?? "."
let pictures = "\(folder)/pets"

// The pictures are drawn, so that nothing has to be downloaded. A folder of photographs of the same form does as
// well: train/cat, train/dog, valid/cat, valid/dog.
try draw(PetDrawing(seed: 1), into: pictures)

// Each picture is decoded once, brought to one size and kept as bytes; a batch has numbers from −1 to 1.
let size = ImageSize(width: 32, height: 32)
let training = try ImageFolder("\(pictures)/train", size: size).decoded()
let validation = try ImageFolder("\(pictures)/valid", size: size).decoded()
print(
  "\(training.count) pictures to learn from, \(validation.count) to be judged by; classes \(training.classNames)"
)

// 3 x 32 x 32 numbers in, a logit for each class out. The linear model weighs every pixel by itself: whatever it
// sees has to be in the same place in all pictures.
var random = RandomSource(seed: 1)
let linear = Sequential {
  Flatten()
  Linear(inputs: 3 * 32 * 32, outputs: 2, using: &random)
}
try train(linear, name: "linear", learningRate: 0.0005)

// A hidden layer combines pixels, and can learn by heart what these few pictures show.
let mlp = Sequential {
  Flatten()
  Linear(inputs: 3 * 32 * 32, outputs: 64, using: &random)
  ReLU()
  Linear(inputs: 64, outputs: 2, using: &random)
}
try train(mlp, name: "mlp", learningRate: 0.01)

/// Trains a model, writes its record and its report, and says how it went.
func train(_ model: Sequential, name: String, learningRate: Float) throws {
  print("\n\(name): \(model.parameterCount) parameters")
  let trainer = Trainer(
    model, loss: CrossEntropyLoss(),
    optimizer: SGD(model.parameters, learningRate: learningRate, momentum: 0.9))
  let run = try trainer.fit(
    DataLoader(training, batchSize: 32, shuffleSeed: 1), validation: DataLoader(validation, batchSize: 256),
    epochs: 25,
    options: FitOptions(
      name: name, record: "\(folder)/\(name).csv", replacesRecord: true, classCount: training.classNames.count
    ),
    callbacks: [.progress { print($0, terminator: "") }])
  let report = Report(run.diagnose())
  try report.write(to: "\(folder)/\(name).pdf")
  print("\(name): \(report.headline)\n\(report.sentence)")
}

/// Draws pictures where there are none yet.
func draw(_ pets: PetDrawing, into folder: String) throws {
  do {
    try pets.writeFolder(folder, training: 150, validation: 50, size: 32)
  } catch {
    guard case .folderNotEmpty = error else { throw error }
    print("The pictures in \(folder) are used as they are.")
  }
}
