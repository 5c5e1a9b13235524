"""Losses: value, and gradient with respect to what the model put out."""

import torch
from torch import nn

from .numbers import Numbers, tensor

numbers = Numbers(3)


def case(loss, module, input, targets, note="", **options):
    """Targets are a tensor, or a list of classes."""
    input = input.clone().requires_grad_()
    by_class = isinstance(targets, list)
    output = module(input, torch.tensor(targets) if by_class else targets)
    (gradient,) = torch.autograd.grad(output, input)
    details = ", ".join(
        f"{key} {value.tolist() if torch.is_tensor(value) else value}" for key, value in options.items())
    return {
        "name": ", ".join(filter(None, [f"{loss} of {list(input.shape)}", details, note])),
        "loss": loss,
        "options": options,
        "input": input,
        "classes" if by_class else "targets": targets,
        "output": output,
        "gradient": gradient,
    }


def squares():
    for reduction in ["mean", "sum"]:
        for shape in [(4,), (3, 2)]:
            yield case(
                "MSE", nn.MSELoss(reduction=reduction), numbers.tensor(*shape), numbers.tensor(*shape),
                reduction=reduction)


def binary():
    chances = lambda *shape: numbers.tensor(*shape, low=0.02, high=0.98)
    for reduction in ["mean", "sum"]:
        yield case("BCE", nn.BCELoss(reduction=reduction), chances(4, 2), chances(4, 2), reduction=reduction)
        yield case(
            "BCE", nn.BCELoss(reduction=reduction), tensor([0.0, 1.0, 0.0, 1.0, 1e-12]),
            tensor([0.0, 1.0, 1.0, 0.0, 1.0]), note="at the ends of the range", reduction=reduction)
        yield case(
            "BCEWithLogits", nn.BCEWithLogitsLoss(reduction=reduction), numbers.tensor(4, 2, low=-4, high=4),
            chances(4, 2), reduction=reduction)
        weight = tensor([3.0, 0.5])
        yield case(
            "BCEWithLogits", nn.BCEWithLogitsLoss(reduction=reduction, pos_weight=weight), numbers.tensor(4, 2),
            chances(4, 2), reduction=reduction, positiveWeight=weight)
        weight = tensor([2.5])
        yield case(
            "BCEWithLogits", nn.BCEWithLogitsLoss(reduction=reduction, pos_weight=weight),
            tensor([1e4, -1e4, 1e4, -1e4, 0.0, 90.0, -90.0]), tensor([1.0, 0.0, 0.0, 1.0, 1.0, 0.5, 0.5]),
            note="extreme logits", reduction=reduction, positiveWeight=weight)


def classes():
    weight = tensor([0.5, 2.0, 1.25])
    extreme = tensor([[1e4, -1e4, 0.0], [-1e4, 1e4, 1e4], [1e4, -1e4, -1e4], [0.0, 0.0, -1e4]])
    labels = [0, 2, 1, 0, 2]
    for reduction in ["mean", "sum"]:
        for weights in [{}, {"classWeights": weight}]:
            torch_weights = {"weight": weight} if weights else {}
            yield case(
                "NLL", nn.NLLLoss(reduction=reduction, **torch_weights),
                torch.log_softmax(numbers.tensor(5, 3), 1).float().double(), labels, reduction=reduction, **weights)
            for smoothing in [0.0, 0.1]:
                loss = nn.CrossEntropyLoss(reduction=reduction, label_smoothing=smoothing, **torch_weights)
                options = {"reduction": reduction, **weights} | ({"labelSmoothing": smoothing} if smoothing else {})
                yield case("CrossEntropy", loss, numbers.tensor(5, 3, low=-4, high=4), labels, **options)
                yield case("CrossEntropy", loss, extreme, [0, 2, 2, 1], note="extreme logits", **options)
                chances = numbers.tensor(5, 3, low=0.05, high=1.0)
                chances = (chances / chances.sum(1, keepdim=True)).float().double()
                yield case(
                    "CrossEntropy", loss, numbers.tensor(5, 3), chances, note="targets are probabilities", **options)


def distances():
    for reduction in ["mean", "sum"]:
        for shape in [(4,), (3, 2)]:
            yield case(
                "L1", nn.L1Loss(reduction=reduction), numbers.tensor(*shape), numbers.tensor(*shape),
                reduction=reduction)
        yield case(
            "L1", nn.L1Loss(reduction=reduction), tensor([1.0, -2.0, 0.0]), tensor([1.0, 2.0, 0.0]),
            note="at its kink", reduction=reduction)


def document():
    return {"cases": [one for family in [squares(), binary(), classes(), distances()] for one in family]}
