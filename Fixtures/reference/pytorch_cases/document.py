"""The JSON that the tests read, one tensor a line."""

import json
import math
import sys

import numpy
import torch


def single(value):
    """A number as single precision rounds it, in the fewest digits; nine are always enough."""
    if not math.isfinite(value):
        raise ValueError(f"{value} is no JSON")
    value = float(numpy.float32(value))
    texts = (format(value, f".{digits}g") for digits in range(1, 10))
    return next(text for text in texts if numpy.float32(text) == value)


def line(value):
    """A value without a line break."""
    if isinstance(value, torch.Tensor):
        values = ", ".join(single(item) for item in value.detach().double().flatten().tolist())
        return f'{{"shape": {list(value.shape)}, "values": [{values}]}}'
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)}: {line(item)}" for key, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(line(item) for item in value) + "]"
    return json.dumps(value, allow_nan=False)


def holds_tensors(value):
    items = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else []
    return any(isinstance(item, (torch.Tensor, dict)) or holds_tensors(item) for item in items)


def pretty(value, indent=""):
    if not holds_tensors(value):
        return line(value)
    inner = indent + " "
    if isinstance(value, dict):
        rows = [f"{inner}{json.dumps(key)}: {pretty(item, inner)}" for key, item in value.items()]
        return "{\n" + ",\n".join(rows) + f"\n{indent}}}"
    return "[\n" + ",\n".join(inner + pretty(item, inner) for item in value) + f"\n{indent}]"


def write(path, content):
    head = {
        "made by": "Fixtures/reference/make_pytorch.py",
        "python": sys.version.split()[0],
        "torch": torch.__version__.split("+")[0],
    }
    text = pretty(head | content) + "\n"
    with open(path, "w") as file:
        file.write(text)


def gradients(inputs, output, numbers):
    """Weights, and the gradients of sum(output * weights) with respect to the inputs."""
    weights = numbers.tensor(*output.shape, low=-1.0, high=1.0)
    grads = torch.autograd.grad((output * weights).sum(), inputs, allow_unused=True)
    return weights, [torch.zeros_like(i) if g is None else g for i, g in zip(inputs, grads)]
