"""First values of parameters: statistics of what PyTorch draws by default."""

import math

from torch import nn


def statistics(parameter, fan_in):
    values = parameter.detach().double()
    return {
        "draws": values.numel(),
        # kaiming_uniform with a = sqrt(5), and the bias: even between -1/sqrt(fan in) and 1/sqrt(fan in).
        "bound": 1 / math.sqrt(fan_in),
        "minimum": values.min().item(),
        "maximum": values.max().item(),
        "mean": values.mean().item(),
        "variance": values.var().item(),
    }


def case(name, layer, fan_in, **options):
    weight, bias = (statistics(parameter, fan_in) for parameter in (layer.weight, layer.bias))
    details = ", ".join(f"{key} {value}" for key, value in options.items())
    return {"name": f"{name}, {details}", "layer": name, "options": options, "weight": weight, "bias": bias}


def document():
    return {
        "cases": [
            case("Linear", nn.Linear(784, 256), 784, inputs=784, outputs=256),
            case("Linear", nn.Linear(16, 4096), 16, inputs=16, outputs=4096),
            case("Conv2d", nn.Conv2d(3, 512, 5), 75, inputChannels=3, outputChannels=512, kernel=[5, 5]),
            case("Conv2d", nn.Conv2d(8, 1024, 3), 72, inputChannels=8, outputChannels=1024, kernel=[3, 3]),
        ]
    }
