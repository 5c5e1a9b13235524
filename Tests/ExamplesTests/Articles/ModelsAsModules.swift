import ATMLTrain
import Testing

/// Two hidden layers, with a shortcut around the second.
final class ShortcutClassifier: Module {
  let input: Linear
  let hidden: Linear
  let output: Linear

  init(inputs: Int, width: Int, classes: Int, using random: inout RandomSource) {
    input = Linear(inputs: inputs, outputs: width, using: &random)
    hidden = Linear(inputs: width, outputs: width, using: &random)
    output = Linear(inputs: width, outputs: classes, using: &random)
  }

  func forward(_ images: Tensor) -> Tensor {
    let first = input(images.flattened(from: 1)).relu()
    let second = hidden(first).relu() + first
    return output(second)
  }
}

/// A layer with a trained number of its own.
final class Scale: Module {
  @Parameter var factor: Tensor = Tensor(1)

  func forward(_ input: Tensor) -> Tensor { input * factor }
}

/// The code of the article of that name.
@Suite struct ModelsAsModules {
  @Test(arguments: [true, false]) func `layers one after the other`(regularized: Bool) {
    var random = RandomSource(seed: 1)
    let model = Sequential {
      Flatten()
      Linear(inputs: 3 * 32 * 32, outputs: 64, using: &random)
      ReLU()
      if regularized { Dropout(0.5, using: &random) }
      Linear(inputs: 64, outputs: 2, using: &random)
    }
    let images = Tensor.uniform([8, 3, 32, 32], using: &random)
    print(model(images).shape, model.parameterCount)  // [8, 2] 196802
    #expect(model(images).shape == [8, 2])
    #expect(model.parameterCount == 196802)

    model.setMode(.evaluation)
    let answers = withoutGradients { model(images).argmax(along: 1) }
    print(answers.count)  // 8
    #expect(answers.count == 8)
    #expect(answers == withoutGradients { model(images).argmax(along: 1) })
  }

  @Test func `a model of one's own`() {
    var random = RandomSource(seed: 1)
    let model = ShortcutClassifier(inputs: 784, width: 32, classes: 10, using: &random)
    for (name, parameter) in model.namedParameters {
      print(name, parameter.shape)  // input.weight [32, 784], input.bias [32], hidden.weight [32, 32], ...
    }
    #expect(
      model.namedParameters.map(\.name) == [
        "input.weight", "input.bias", "hidden.weight", "hidden.bias", "output.weight", "output.bias",
      ])
    #expect(model(.zeros([4, 1, 28, 28])).shape == [4, 10])

    for parameter in model.input.parameters { parameter.isTrained = false }
    model(.ones([4, 1, 28, 28])).sum().backward()
    #expect(model.input.weight.gradient == nil)
    #expect(model.parameters.count { $0.gradient != nil } == 4)
    #expect(Scale().namedParameters.map(\.name) == ["factor"])
  }

  @Test func `a network for images`() {
    var random = RandomSource(seed: 1)
    let network = Sequential {
      Conv2d(inputChannels: 3, outputChannels: 16, kernel: 3, padding: 1, using: &random)
      ReLU()
      MaxPool2d(kernel: 2)
      Flatten()
      Linear(inputs: 16 * 16 * 16, outputs: 2, using: &random)
    }
    print(network(.zeros([8, 3, 32, 32])).shape)  // [8, 2]
    #expect(network(.zeros([8, 3, 32, 32])).shape == [8, 2])
  }
}
