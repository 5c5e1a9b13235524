"""Writes pytorch/*.json: what PyTorch computes, for the tests of Tensors and NeuralNetworks.

Run in this folder, with PyTorch installed: python3 make_pytorch.py
Values and gradients are computed in double precision from inputs that are exact in single precision, so that a
difference is an error of the tested side. The whole runs are computed in single precision, as users run them.
"""

import torch

from pytorch_cases import initialization, layers, losses, operations, optimizers, runs, schedules
from pytorch_cases.document import write

torch.set_num_threads(1)
torch.manual_seed(20240501)
for name, module in {
    "operations": operations,
    "layers": layers,
    "losses": losses,
    "optimizers": optimizers,
    "schedules": schedules,
    "runs": runs,
    "initialization": initialization,
}.items():
    write(f"pytorch/{name}.json", module.document())
