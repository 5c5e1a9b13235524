"""Operations of tensors."""

import torch
from torch.nn import functional

from .document import gradients
from .numbers import Numbers, tensor

numbers = Numbers(1)


def case(operation, function, inputs, note="", **options):
    inputs = [i.clone().requires_grad_() for i in inputs]
    output = function(*inputs)
    weights, grads = gradients(inputs, output, numbers)
    shapes = " and ".join(str(list(i.shape)) for i in inputs)
    details = ", ".join(f"{key} {value}" for key, value in options.items())
    return {
        "name": ", ".join(filter(None, [f"{operation} of {shapes}", details, note])),
        "operation": operation,
        "options": options,
        "inputs": inputs,
        "output": output,
        "weights": weights,
        "gradients": grads,
    }


def binary():
    shapes = [([3, 4], [3, 4]), ([3, 4], [4]), ([3, 1], [1, 4]), ([2, 3, 4], [3, 1]), ([3, 4], []), ([], [2, 3])]
    functions = {
        "add": torch.add,
        "subtract": torch.subtract,
        "multiply": torch.multiply,
        "divide": torch.divide,
        "maximum": torch.maximum,
        "minimum": torch.minimum,
    }
    for name, function in functions.items():
        for one, other in shapes:
            low = 0.5 if name == "divide" else -2.0
            yield case(name, function, [numbers.tensor(*one), numbers.tensor(*other, low=low)])
    equal = tensor([1.0, -2.0, 0.5])
    for name in ["maximum", "minimum"]:
        yield case(name, functions[name], [equal, tensor([1.0, -3.0, 0.5])], note="two of them equal")


def unary():
    plain = {
        "negate": torch.neg,
        "squared": torch.square,
        "exp": torch.exp,
        "abs": torch.abs,
        "tanh": torch.tanh,
        "sigmoid": torch.sigmoid,
        "relu": torch.relu,
        "gelu": functional.gelu,
    }
    for name, function in plain.items():
        yield case(name, function, [numbers.tensor(3, 4, low=-3.0, high=3.0)])
    for name in ["log", "sqrt"]:
        yield case(name, getattr(torch, name), [numbers.tensor(3, 4, low=0.05, high=4.0)])
    for name in ["abs", "relu"]:
        yield case(name, plain[name], [tensor([-1.0, 0.0, 1.0])], note="at its kink")
    for name in ["tanh", "sigmoid", "gelu"]:
        yield case(name, plain[name], [tensor([-90.0, -12.0, -5.0, 0.0, 5.0, 12.0, 90.0])], note="far out")
    for exponent in [2.0, 3.0, 0.5, -1.0, 1.7]:
        yield case(
            "pow", lambda x, e=exponent: x**e, [numbers.tensor(3, 4, low=0.1, high=3.0)], exponent=exponent)
    for exponent in [2.0, 3.0]:
        yield case("pow", lambda x, e=exponent: x**e, [numbers.tensor(5)], note="of both signs", exponent=exponent)
    for slope in [0.01, 0.2]:
        yield case(
            "leakyReLU", lambda x, s=slope: functional.leaky_relu(x, s), [numbers.tensor(3, 4)], slope=slope)


def reductions():
    functions = {
        "sum": lambda x, axes, keep: x.sum(axes, keepdim=keep),
        "mean": lambda x, axes, keep: x.mean(axes, keepdim=keep),
        "variance": lambda x, axes, keep: x.var(axes, correction=1, keepdim=keep),
        "populationVariance": lambda x, axes, keep: x.var(axes, correction=0, keepdim=keep),
    }
    choices = [([0, 1, 2], False), ([0], False), ([1], True), ([-1], False), ([0, 2], False), ([1, 2], True)]
    for name, function in functions.items():
        for axes, keep in choices:
            yield case(
                name, lambda x, a=axes, k=keep, f=function: f(x, a, k), [numbers.tensor(2, 3, 4)],
                axes=axes, keepsDimensions=keep)


def along_one_axis():
    functions = {
        "max": lambda x, axis, keep: x.max(axis, keepdim=keep).values,
        "min": lambda x, axis, keep: x.min(axis, keepdim=keep).values,
        "logSumExp": lambda x, axis, keep: x.logsumexp(axis, keepdim=keep),
    }
    for name, function in functions.items():
        for axis, keep in [(0, False), (1, True), (-1, False)]:
            yield case(
                name, lambda x, a=axis, k=keep, f=function: f(x, a, k), [numbers.tensor(2, 3, 4)],
                axis=axis, keepsDimensions=keep)
    for name in ["max", "min"]:
        yield case(name + "OfAll", getattr(torch, name), [numbers.tensor(2, 3)])
        # The first of equal values takes the gradient.
        yield case(
            name, lambda x, f=functions[name]: f(x, 1, False), [tensor([[1.0, 1.0, 1.0], [2.0, -1.0, 2.0]])],
            note="equal values", axis=1, keepsDimensions=False)
    yield case(
        "logSumExp", lambda x: x.logsumexp(1), [tensor([[1e4, -1e4, 0.0], [-1e4, -1e4, -9999.0]])],
        note="extreme values", axis=1, keepsDimensions=False)
    for name, function in {"softmax": torch.softmax, "logSoftmax": torch.log_softmax}.items():
        for axis in [0, 1, -1]:
            yield case(name, lambda x, a=axis, f=function: f(x, a), [numbers.tensor(2, 3, 4)], axis=axis)
        yield case(
            name, lambda x, f=function: f(x, 1), [tensor([[1e4, -1e4, 0.0], [-1e4, -1e4, -9999.0]])],
            note="extreme values", axis=1)


def products():
    for one, other in [
        ([3, 4], [4, 2]), ([1, 5], [5, 1]), ([4], [4, 2]), ([3, 4], [4]), ([4], [4]),
        ([2, 3, 4], [2, 4, 2]), ([2, 3, 4], [4, 2]), ([2, 1, 3, 4], [3, 4, 2]),
    ]:  # fmt: skip
        yield case("matmul", torch.matmul, [numbers.tensor(*one), numbers.tensor(*other)])
    for name, function, one, other in [
        ("matmulTransposedLeft", lambda a, b: a.T @ b, [4, 3], [4, 2]),
        ("matmulTransposedRight", lambda a, b: a @ b.T, [3, 4], [2, 4]),
        ("matmulTransposedBoth", lambda a, b: a.T @ b.T, [4, 3], [2, 4]),
    ]:
        yield case(name, function, [numbers.tensor(*one), numbers.tensor(*other)])


def rearrangements():
    yield case("transpose", lambda x: x.T, [numbers.tensor(3, 4)])
    for axes in [[1, 0, 2], [2, 0, 1], [0, 2, 1]]:
        yield case("permute", lambda x, a=axes: x.permute(a), [numbers.tensor(2, 3, 4)], axes=axes)
    for shape in [[6, 4], [24], [4, 3, 2], [2, -1], [1, 2, 1, 12]]:
        yield case("reshape", lambda x, s=shape: x.reshape(s), [numbers.tensor(2, 3, 4)], shape=shape)
    yield case("reshapeOfTranspose", lambda x: x.T.reshape(2, 6), [numbers.tensor(3, 4)], shape=[2, 6])
    for ranges in [[[1, 3, 1]], [[0, 5, 2]], [[1, 5, 3], [0, 4, 2]], [[0, 5, 1], [1, 2, 1]], [[2, 2, 1]]]:
        slices = tuple(slice(*r) for r in ranges)
        yield case("slice", lambda x, s=slices: x[s], [numbers.tensor(5, 4)], ranges=ranges)
    yield case("sliceOfSlice", lambda x: x[1:7:2][1:3], [numbers.tensor(8, 2)])
    for rows in [[2, 0], [1, 1, 1, 2], [0]]:
        yield case("gatherRows", lambda x, r=rows: x[r], [numbers.tensor(3, 4)], rows=rows)
    yield case("gatherRows", lambda x: x[[1, 0, 1]], [numbers.tensor(2, 2, 3)], rows=[1, 0, 1])
    yield case(
        "picking", lambda x: x.gather(1, torch.tensor([[2], [0], [2]])).squeeze(1), [numbers.tensor(3, 4)],
        places=[2, 0, 2])
    for axis, one, other in [(0, [2, 3], [1, 3]), (1, [2, 3], [2, 2]), (-1, [2, 1, 3], [2, 1, 2])]:
        yield case(
            "concatenate", lambda a, b, d=axis: torch.cat([a, b], d), [numbers.tensor(*one), numbers.tensor(*other)],
            axis=axis)
    for axis in [0, 1, 2, -1]:
        yield case(
            "stack", lambda a, b, d=axis: torch.stack([a, b], d), [numbers.tensor(2, 3), numbers.tensor(2, 3)],
            axis=axis)


def graphs():
    def reused(a, b):
        y = a * a + a.exp() * b
        return y.tanh() * a + y.mean() - b * y.sum(1, keepdim=True)

    yield case("reused", reused, [numbers.tensor(2, 3, low=-1, high=1), numbers.tensor(3)])
    yield case("added to itself", lambda a: a + a + a * a, [numbers.tensor(3)])


def corners():
    equal = tensor([[1.0, -2.0, 1.0], [-2.0, 1.0, -2.0]])
    for name in ["max", "min"]:
        # Equal values share the gradient.
        yield case(name + "OfAll", getattr(torch, name), [equal], note="equal values")
    yield case("divide", torch.divide, [tensor([1e30, -3e25]), tensor([1e20, 2e22])], note="large numbers")


def document():
    families = [
        binary(), unary(), reductions(), along_one_axis(), products(), rearrangements(), graphs(), corners()]
    return {"cases": [one for family in families for one in family]}
