"""Schedules: the learning rate of each epoch."""

import torch
from torch.optim import lr_scheduler as schedulers


def rates(make, count, metrics=None):
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.1)
    scheduler = make(optimizer)
    values = []
    for index in range(count):
        values.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step(*([metrics[index]] if metrics else []))
    return values


def case(schedule, make, count, **options):
    details = ", ".join(f"{key} {value}" for key, value in options.items() if key != "metrics")
    return {
        "name": f"{schedule}, {details}",
        "schedule": schedule,
        "options": options,
        "learningRates": rates(make, count, options.get("metrics")),
    }


def warm_up(optimizer, epochs, total, start, minimum):
    rising = schedulers.LinearLR(optimizer, start_factor=start, total_iters=epochs)
    falling = schedulers.CosineAnnealingLR(optimizer, T_max=total - epochs, eta_min=minimum)
    return schedulers.SequentialLR(optimizer, [rising, falling], milestones=[epochs])


def cases():
    for epochs, factor in [(3, 0.5), (1, 0.9), (5, 0.1)]:
        yield case(
            "step", lambda o, e=epochs, f=factor: schedulers.StepLR(o, e, f), 12, epochs=epochs, factor=factor)
    for epochs, minimum in [(10, 0.0), (7, 0.001)]:
        yield case(
            "cosine", lambda o, e=epochs, m=minimum: schedulers.CosineAnnealingLR(o, e, m), epochs + 1,
            epochs=epochs, minimum=minimum)
    for epochs, start in [(5, 0.1), (4, 1 / 3)]:
        yield case(
            "warmUp", lambda o, e=epochs, s=start: schedulers.LinearLR(o, s, total_iters=e), epochs + 4,
            epochs=epochs, start=start)
    for epochs, total, start, minimum in [(5, 20, 0.1, 0.0), (2, 10, 0.5, 0.01)]:
        yield case(
            "warmUpThenCosine", lambda o, a=(epochs, total, start, minimum): warm_up(o, *a), total,
            epochs=epochs, total=total, start=start, minimum=minimum)
    falling = [1.0, 0.8, 0.79999, 0.7, 0.71, 0.72, 0.73, 0.74, 0.75, 0.69, 0.69, 0.69, 0.69, 0.69, 0.69, 0.69, 0.69]
    rising = [0.5, 0.6, 0.6, 0.6, 0.6, 0.65, 0.65, 0.649, 0.648, 0.647, 0.7, 0.7, 0.7]
    for mode, patience, factor, cooldown, minimum, threshold, kind, metrics in [
        ("min", 2, 0.5, 0, 0.0, 1e-4, "rel", falling),
        ("min", 1, 0.1, 2, 0.0005, 1e-4, "rel", falling),
        ("min", 0, 0.5, 0, 0.02, 0.05, "abs", falling),
        ("max", 2, 0.5, 1, 0.0, 1e-4, "rel", rising),
        ("max", 1, 0.2, 0, 0.0, 0.04, "abs", rising),
        ("min", 0, 0.1, 0, 0.0, 1e-4, "rel", [1.0] * 12),
    ]:
        yield case(
            "onPlateau",
            lambda o, m=mode, p=patience, f=factor, c=cooldown, l=minimum, t=threshold, k=kind: (
                schedulers.ReduceLROnPlateau(o, m, f, p, t, k, c, l)),
            len(metrics), mode=mode, patience=patience, factor=factor, cooldown=cooldown, minimum=minimum,
            threshold=threshold, thresholdMode=kind, metrics=metrics)


def document():
    return {"learningRate": 0.1, "cases": list(cases())}
