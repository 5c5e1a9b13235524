"""Draws loss and accuracy of a CSV log with matplotlib, as PNG and PDF: what people do without the command.

Usage: matplotlib_report.py LOG STEM
"""

import csv
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

log, stem = sys.argv[1:]
with open(log, newline="") as file:
    rows = list(csv.DictReader(file))
epochs = [int(row["epoch"]) for row in rows]

figure, panels = plt.subplots(1, 2, figsize=(10, 4))
for panel, metric in zip(panels, ("loss", "acc")):
    for split, name in (("train", "training"), ("val", "validation")):
        panel.plot(epochs, [float(row[f"{split}_{metric}"]) for row in rows], label=name)
    panel.set_xlabel("epoch")
    panel.set_ylabel(metric)
    panel.legend()
figure.tight_layout()
figure.savefig(f"{stem}.png", dpi=200)
figure.savefig(f"{stem}.pdf")
