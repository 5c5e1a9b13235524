"""PyTorch's side of training-benchmark: measures a window of steps whenever a line of JSON asks for one.

Each setting of the optimiser gets a share of the window; the answer is the best time of a step in seconds.
Timed by torch.utils.benchmark, PyTorch's own harness.
"""

import json
import platform
import sys

import torch
from torch.utils.benchmark import Timer


def step(workload, setting):
    torch.manual_seed(0)
    layers = []
    shape = [workload["batch"], workload["widths"][0]]
    if workload.get("image"):
        channels, side = workload["image"]
        shape = [workload["batch"], channels, side, side]
        layers += [torch.nn.Conv2d(channels, 16, 3, padding=1), torch.nn.ReLU(), torch.nn.MaxPool2d(2)]
        layers += [torch.nn.Conv2d(16, 32, 3, padding=1), torch.nn.ReLU(), torch.nn.MaxPool2d(2), torch.nn.Flatten()]
    widths = workload["widths"]
    for place in range(1, len(widths)):
        layers.append(torch.nn.Linear(widths[place - 1], widths[place]))
        if place < len(widths) - 1:
            layers.append(torch.nn.ReLU())
    model = torch.nn.Sequential(*layers)
    loss = torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.9, **setting)
    inputs = torch.randn(shape)
    targets = torch.randint(0, widths[-1], (workload["batch"],))

    def run():
        optimizer.zero_grad()
        loss(model(inputs), targets).backward()
        optimizer.step()

    return run


SETTINGS = [{}, {"fused": True}, {"foreach": True}]
timers = {}
print(f"PyTorch {torch.__version__}, Python {platform.python_version()}", flush=True)
for line in sys.stdin:
    question = json.loads(line)
    key = json.dumps([question["workload"], question["threads"]])
    if key not in timers:
        timers[key] = [
            Timer("run()", globals={"run": step(question["workload"], setting)}, num_threads=question["threads"])
            for setting in SETTINGS
        ]
        for timer in timers[key]:
            timer.timeit(20)
    best = min(
        min(timer.blocked_autorange(min_run_time=question["seconds"] / len(SETTINGS)).times) for timer in timers[key]
    )
    print(best, flush=True)
