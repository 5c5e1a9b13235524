"""Layers: output and gradients with respect to input and parameters."""

import torch
from torch import nn

from .document import gradients
from .numbers import Numbers, tensor

numbers = Numbers(2)


def fill(layer):
    """Gives a layer parameters of three decimals."""
    for parameter in layer.parameters():
        parameter.data = numbers.tensor(*parameter.shape, low=-1.0, high=1.0)
    return layer


def measure(layer, input):
    """Output, weights and gradients of a layer at an input."""
    input = input.clone().requires_grad_()
    named = dict(layer.named_parameters())
    output = layer(input)
    weights, grads = gradients([input, *named.values()], output, numbers)
    return {
        "input": input,
        "output": output,
        "weights": weights,
        "inputGradient": grads[0],
        "parameterGradients": dict(zip(named, grads[1:])),
    }


def case(name, layer, input, note="", **options):
    layer = fill(layer.double())
    details = ", ".join(f"{key} {value}" for key, value in options.items())
    return {
        "name": ", ".join(filter(None, [f"{name} of {list(input.shape)}", details, note])),
        "layer": name,
        "options": options,
        "parameters": dict(layer.named_parameters()),
        **measure(layer, input),
    }


def linear():
    yield case("Linear", nn.Linear(4, 3), numbers.tensor(5, 4), inputs=4, outputs=3, bias=True)
    yield case("Linear", nn.Linear(4, 3, bias=False), numbers.tensor(2, 4), inputs=4, outputs=3, bias=False)
    yield case("Linear", nn.Linear(3, 2), numbers.tensor(2, 4, 3), inputs=3, outputs=2, bias=True)


def convolutions():
    for channels, filters, kernel, stride, padding, bias, shape in [
        (1, 2, (3, 3), (1, 1), (0, 0), True, (2, 1, 5, 5)),
        (2, 3, (3, 3), (1, 1), (1, 1), True, (2, 2, 4, 4)),
        (3, 2, (3, 3), (2, 2), (1, 1), False, (1, 3, 6, 5)),
        (2, 2, (3, 2), (2, 1), (1, 0), True, (2, 2, 5, 4)),
        (2, 3, (1, 1), (1, 1), (0, 0), True, (2, 2, 3, 3)),
        (1, 1, (2, 2), (3, 3), (2, 2), True, (1, 1, 4, 4)),
    ]:
        yield case(
            "Conv2d", nn.Conv2d(channels, filters, kernel, stride, padding, bias=bias), numbers.tensor(*shape),
            inputChannels=channels, outputChannels=filters, kernel=kernel, stride=stride, padding=padding, bias=bias)


def pooling():
    for kernel, stride, padding, shape in [
        ((2, 2), (2, 2), (0, 0), (2, 2, 4, 4)),
        ((3, 3), (2, 2), (1, 1), (1, 2, 6, 5)),
        ((2, 3), (1, 2), (0, 1), (1, 1, 4, 6)),
        ((2, 2), (2, 2), (0, 0), (1, 1, 5, 5)),
    ]:
        yield case(
            "MaxPool2d", nn.MaxPool2d(kernel, stride, padding), numbers.tensor(*shape),
            kernel=kernel, stride=stride, padding=padding)
    yield case(
        "MaxPool2d", nn.MaxPool2d(2), tensor([[[[1.0, 1.0, -1.0, -1.0], [1.0, 0.0, -1.0, -1.0]]]]),
        note="equal values", kernel=(2, 2), stride=(2, 2), padding=(0, 0))
    yield case("Flatten", nn.Flatten(), numbers.tensor(2, 3, 2, 2))


def normalizations():
    yield case("LayerNorm", nn.LayerNorm(4), numbers.tensor(3, 4), shape=[4], epsilon=1e-5, affine=True)
    yield case("LayerNorm", nn.LayerNorm([3, 4]), numbers.tensor(2, 3, 4), shape=[3, 4], epsilon=1e-5, affine=True)
    yield case(
        "LayerNorm", nn.LayerNorm(5, eps=0.1, elementwise_affine=False), numbers.tensor(2, 2, 5),
        shape=[5], epsilon=0.1, affine=False)


def activations():
    wide = tensor([[-30.0, -3.0, -0.5, 0.0, 0.25, 2.0, 30.0], [1.5, -1.5, 0.75, -0.75, 8.0, -8.0, 0.1]])
    for layer in [nn.ReLU(), nn.GELU(), nn.Tanh(), nn.Sigmoid()]:
        yield case(type(layer).__name__, layer, wide)
    for slope in [0.01, 0.3]:
        yield case("LeakyReLU", nn.LeakyReLU(slope), wide, slope=slope)
    for layer in [nn.Softmax, nn.LogSoftmax]:
        for axis in [-1, 0]:
            yield case(layer.__name__, layer(axis), wide, axis=axis)


def batch_normalizations():
    """Three batches in training mode, with the running statistics after each, then one in evaluation mode."""
    for make, options, shape in [
        (nn.BatchNorm1d, {"features": 3, "epsilon": 1e-5, "momentum": 0.1, "affine": True}, (4, 3)),
        (nn.BatchNorm1d, {"features": 2, "epsilon": 1e-3, "momentum": 0.3, "affine": True}, (3, 2, 4)),
        (nn.BatchNorm1d, {"features": 3, "epsilon": 1e-5, "momentum": 0.1, "affine": False}, (5, 3)),
        (nn.BatchNorm2d, {"features": 2, "epsilon": 1e-5, "momentum": 0.1, "affine": True}, (3, 2, 2, 3)),
        (nn.BatchNorm2d, {"features": 3, "epsilon": 1e-3, "momentum": 0.5, "affine": False}, (2, 3, 3, 1)),
    ]:
        layer = make(
            options["features"], eps=options["epsilon"], momentum=options["momentum"], affine=options["affine"])
        layer = fill(layer.double())
        steps = []
        for index in range(4):
            layer.train(index < 3)
            step = measure(layer, numbers.tensor(*shape))
            statistics = {"runningMean": layer.running_mean.clone(), "runningVariance": layer.running_var.clone()}
            steps.append(step | statistics)
        yield {
            "name": f"{make.__name__} of {list(shape)}, " + ", ".join(f"{key} {value}" for key, value in options.items()),
            "layer": make.__name__,
            "options": options,
            "parameters": dict(layer.named_parameters()),
            "training": steps[:3],
            "evaluation": steps[3],
        }


def document():
    families = [linear(), convolutions(), pooling(), normalizations(), activations()]
    return {
        "cases": [one for family in families for one in family],
        "batchNormalizations": list(batch_normalizations()),
    }
