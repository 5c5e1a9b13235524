"""Whole training runs: the loss at each step, from weights and batches that the generator of numbers.py makes.

All numbers of a run come from one generator, in this order: the parameters of the layers (each its weight, then
its bias, times the layer's scale; those of a normalisation keep PyTorch's first values), then the samples one
after another. Batches follow each other without shuffling and begin anew after the last sample.
"""

import torch
from torch import nn

from .numbers import Numbers


def layer(spec):
    match spec:
        case {"layer": "Linear"}:
            return nn.Linear(spec["inputs"], spec["outputs"])
        case {"layer": "Conv2d"}:
            return nn.Conv2d(spec["inputChannels"], spec["outputChannels"], spec["kernel"], padding=spec["padding"])
        case {"layer": "BatchNorm1d"}:
            return nn.BatchNorm1d(spec["features"])
        case {"layer": "MaxPool2d"}:
            return nn.MaxPool2d(spec["kernel"])
        case {"layer": name}:
            return getattr(nn, name)()


def largest(numbers, count):
    """Sixteen features; the class is the place of the largest of the first ten."""
    inputs = numbers.exact(count, 16)
    return inputs, inputs[:, :10].argmax(1)


def product(numbers, count):
    """Four features; the target is x0 * x1 - x2 / 2, rounded to single precision after each operation."""
    inputs = numbers.exact(count, 4)
    return inputs, inputs[:, 0:1] * inputs[:, 1:2] - inputs[:, 2:3] * 0.5


def stripes(numbers, count):
    """Images of eight by eight pixels, each pixel noise; 0.5 is added to rows 2k and 2k + 1 of class k.

    The noise of an image comes first; sample i is of class i mod 4.
    """
    inputs = numbers.exact(count, 1, 8, 8)
    targets = torch.arange(count) % 4
    for image, k in zip(inputs, targets):
        image[0, 2 * k : 2 * k + 2] += 0.5
    return inputs, targets


def losses(specs, optimizer, loss, data, batch, samples, steps, seed, dtype):
    numbers = Numbers(seed)
    modules = [layer(spec) for spec in specs]
    for spec, module in zip(specs, modules):
        if "scale" in spec:
            for parameter in module.parameters():
                parameter.data = numbers.exact(*parameter.shape, scale=spec["scale"])
    model = nn.Sequential(*modules).to(dtype)
    inputs, targets = data(numbers, samples)
    inputs = inputs.to(dtype)
    targets = targets.to(dtype) if targets.is_floating_point() else targets
    optimizer = optimizer(model.parameters())
    values = []
    for step in range(steps):
        first = step * batch % samples
        optimizer.zero_grad()
        value = loss(model(inputs[first : first + batch]), targets[first : first + batch])
        value.backward()
        optimizer.step()
        values.append(value.item())
    return values


def run(name, specs, optimizer, options, loss, data, batch=8, samples=64, steps=100, seed=7):
    function = getattr(torch.optim, optimizer)
    renamed = {"learningRate": "lr", "weightDecay": "weight_decay"}
    make = lambda p: function(p, **{renamed.get(key, key): value for key, value in options.items()})
    arguments = (specs, make, getattr(nn, loss)(), data, batch, samples, steps, seed)
    single = losses(*arguments, torch.float32)
    double = losses(*arguments, torch.float64)
    return {
        "name": name,
        "seed": seed,
        "data": data.__name__,
        "samples": samples,
        "batch": batch,
        "model": specs,
        "loss": loss,
        "optimizer": {"name": optimizer} | options,
        "losses": torch.tensor(single),
        # How far rounding alone takes PyTorch: single against double precision.
        "rounding": float(f"{max(abs(s - d) / abs(d) for s, d in zip(single, double)):.1e}"),
    }


def linear(inputs, outputs, scale):
    return {"layer": "Linear", "inputs": inputs, "outputs": outputs, "scale": scale}


def convolution(inputs, outputs, scale):
    return {
        "layer": "Conv2d", "inputChannels": inputs, "outputChannels": outputs, "kernel": [3, 3], "padding": [1, 1],
        "scale": scale}  # fmt: skip


def document():
    relu, tanh, flatten, pool = ({"layer": name} for name in ["ReLU", "Tanh", "Flatten", "MaxPool2d"])
    norm = {"layer": "BatchNorm1d", "features": 32}
    pool = pool | {"kernel": [2, 2]}
    return {
        "runs": [
            run(
                "perceptron with SGD and momentum",
                [linear(16, 32, 0.25), relu, linear(32, 32, 0.1875), relu, linear(32, 10, 0.1875)],
                "SGD", {"learningRate": 0.05, "momentum": 0.9}, "CrossEntropyLoss", largest),
            run(
                "regression with Adam", [linear(4, 16, 0.5), tanh, linear(16, 16, 0.25), tanh, linear(16, 1, 0.25)],
                "Adam", {"learningRate": 0.01}, "MSELoss", product),
            run(
                "batch normalisation with AdamW",
                [linear(16, 32, 0.25), norm, relu, linear(32, 32, 0.1875), norm, relu, linear(32, 10, 0.1875)],
                "AdamW", {"learningRate": 0.01, "weightDecay": 0.05}, "CrossEntropyLoss", largest),
            run(
                "convolutions with SGD and Nesterov's momentum",
                [
                    convolution(1, 4, 0.3125), relu, pool, convolution(4, 8, 0.1875), relu, pool, flatten,
                    linear(32, 4, 0.1875),
                ],
                "SGD", {"learningRate": 0.02, "momentum": 0.9, "nesterov": True, "weightDecay": 0.001},
                "CrossEntropyLoss", stripes),
        ]
    }  # fmt: skip
