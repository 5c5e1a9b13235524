"""Optimisers over ten steps on fixed gradients, and the clipping of gradients."""

import torch
from torch import optim
from torch.nn import utils

from .numbers import Numbers, tensor

numbers = Numbers(4)
start = tensor([1.0, -0.5, 0.25, 2.0, 0.0])
# The fourth gradient is as small as Adam's epsilon, the last one is zero until the sixth step.
scales = tensor([1.0, 0.1, 10.0, 1e-8, 1.0])



def gradient(step):
    values = numbers.tensor(5, low=-1, high=1) * scales
    if step < 5:
        values[4] = 0
    return values.float().double()


steps = [gradient(step) for step in range(10)]


def trajectory(make):
    parameter = torch.nn.Parameter(start.clone())
    optimizer = make([parameter])
    values = []
    for gradient in steps:
        parameter.grad = gradient.clone()
        optimizer.step()
        values.append(parameter.detach().clone())
    return torch.stack(values)


def case(name, function, learningRate, renamed, **options):
    named = {renamed.get(key, key): value for key, value in options.items()}
    details = ", ".join(f"{key} {value}" for key, value in named.items())
    return {
        "name": ", ".join(filter(None, [f"{name}, learning rate {learningRate}", details])),
        "optimizer": name,
        "options": {"learningRate": learningRate} | named,
        "parameters": trajectory(lambda p: function(p, lr=learningRate, **options)),
    }


def cases():
    sgd = {"weight_decay": "weightDecay"}
    yield case("SGD", optim.SGD, 0.1, sgd)
    yield case("SGD", optim.SGD, 0.1, sgd, momentum=0.9)
    yield case("SGD", optim.SGD, 0.1, sgd, momentum=0.9, nesterov=True)
    yield case("SGD", optim.SGD, 0.1, sgd, weight_decay=0.05)
    yield case("SGD", optim.SGD, 0.1, sgd, momentum=0.9, weight_decay=0.05)
    yield case("SGD", optim.SGD, 0.1, sgd, momentum=0.8, nesterov=True, weight_decay=0.05)
    adam = {"weight_decay": "weightDecay", "eps": "epsilon"}
    yield case("Adam", optim.Adam, 0.001, adam)
    yield case("Adam", optim.Adam, 0.05, adam, betas=(0.8, 0.95), eps=1e-6)
    yield case("Adam", optim.Adam, 0.05, adam, weight_decay=0.1)
    yield case("AdamW", optim.AdamW, 0.001, adam)
    yield case("AdamW", optim.AdamW, 0.05, adam, weight_decay=0.1)
    yield case("AdamW", optim.AdamW, 0.05, adam, betas=(0.8, 0.95), eps=1e-6, weight_decay=0.0)


def clipping():
    gradients = [numbers.tensor(2, 3), numbers.tensor(3)]
    for kind, limit in [("norm", 1.0), ("norm", 100.0), ("norm", 0.0), ("value", 0.5), ("value", 10.0)]:
        parameters = [torch.nn.Parameter(torch.zeros_like(g)) for g in gradients]
        for parameter, gradient in zip(parameters, gradients):
            parameter.grad = gradient.clone()
        if kind == "norm":
            norm = {"norm": utils.clip_grad_norm_(parameters, limit).item()}
        else:
            utils.clip_grad_value_(parameters, limit)
            norm = {}
        yield {
            "name": f"by {kind} {limit}",
            "kind": kind,
            "limit": limit,
            **norm,
            "gradients": gradients,
            "clipped": [p.grad for p in parameters],
        }


def document():
    return {"start": start, "gradients": torch.stack(steps), "cases": list(cases()), "clipping": list(clipping())}
