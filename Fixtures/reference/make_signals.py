"""Writes signals.json: reference values for the signals of Diagnostics, by numpy and scipy.

Run in this folder: python3 make_signals.py
"""

import json
import sys

import numpy
import scipy
from scipy import signal, stats


def series():
    rng = numpy.random.default_rng(20240501)
    t = numpy.arange(1, 41)
    smooth = 0.4 + 1.9 * numpy.exp(-t / 8)
    yield "falling", smooth * (1 + 0.02 * rng.standard_normal(40))
    yield "white noise", rng.standard_normal(60) + 10
    yield "rising with ties", numpy.round(numpy.linspace(0, 2, 30) + 0.2 * rng.standard_normal(30), 1)
    yield "short", numpy.array([3.0, 1.0, 2.0, 0.5])
    walk = numpy.empty(50)
    walk[0] = 0
    for index in range(1, 50):
        walk[index] = 0.7 * walk[index - 1] + rng.standard_normal()
    yield "autocorrelated", walk + 5
    yield "constant", numpy.full(12, 0.7)


def mann_kendall(x):
    n = len(x)
    s = int(sum(numpy.sign(x[j] - x[i]) for i in range(n) for j in range(i + 1, n)))
    _, counts = numpy.unique(x, return_counts=True)
    variance = (n * (n - 1) * (2 * n + 5) - sum(c * (c - 1) * (2 * c + 5) for c in counts)) / 18
    z = 0.0 if variance <= 0 else (s - numpy.sign(s)) / numpy.sqrt(variance)
    return s, float(z)


def running_median(x, width):
    half = width // 2
    return [float(numpy.median(x[i - r : i + r + 1])) for i in range(len(x)) for r in [min(half, i, len(x) - 1 - i)]]


def noise(x):
    second = numpy.diff(x, n=2)
    return float(stats.median_abs_deviation(second, scale="normal") / numpy.sqrt(6))


cases = []
for name, x in series():
    x = numpy.round(x, 6)
    n = len(x)
    theil = stats.theilslopes(x, numpy.arange(n), alpha=0.95)
    score, z = mann_kendall(x)
    smoothed = running_median(x, 5)
    inner = signal.medfilt(x, 5)[2:-2]
    assert numpy.allclose(inner, smoothed[2:-2])
    cases.append(
        {
            "name": name,
            "values": [float(v) for v in x],
            "median": float(numpy.median(x)),
            "quantile90": float(numpy.quantile(x, 0.9)),
            "deviation": float(stats.median_abs_deviation(x, scale="normal")),
            "noise": noise(x),
            "slope": float(theil.slope),
            "score": score,
            "deviate": z,
            "smoothed5": smoothed,
            "ranks": [float(r) for r in stats.rankdata(x)],
        }
    )

normal = [[z, float(stats.norm.cdf(z))] for z in (-3.0, -1.96, -0.5, 0.0, 0.3, 1.0, 2.5758, 5.0)]
document = {
    "made by": "Fixtures/reference/make_signals.py",
    "python": sys.version.split()[0],
    "numpy": numpy.__version__,
    "scipy": scipy.__version__,
    "cases": cases,
    "normal": normal,
}
with open("signals.json", "w") as file:
    json.dump(document, file, indent=1)
    file.write("\n")
