"""One function per package: runs it on a run and returns its findings and the epoch it would keep (None: no answer).

Epochs count from 1 here. Packages that want steps get 100 for each epoch. scratch is a folder new for each call.
"""

import csv
import json
import math
import re
from pathlib import Path
from typing import NamedTuple

STEPS = 100


class Run(NamedTuple):
    name: str
    path: Path
    columns: dict  # epoch, train_loss, val_loss and perhaps train_acc, val_acc: lists of numbers
    classes: int | None

    @property
    def epochs(self):
        return len(self.columns["train_loss"])


class Finding(NamedTuple):
    kind: str
    severity: str = ""
    onset: int | None = None

    @property
    def key(self):
        return f"{self.kind}: {self.severity}" if self.severity else self.kind


def onset_of(kind, findings):
    return next((finding.onset for finding in findings if finding.kind == kind), None)


def write_csv(path, columns):
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(zip(*columns.values()))


def pulseml(run, scratch):
    """Its engine watches a run live, so it is fed epoch by epoch. What it took back before the end is "cleared"."""
    from pulse.pulse_detect import DetectionEngine

    series = {name: values for name, values in run.columns.items() if name != "epoch"}
    if run.classes:
        series["num_classes"] = [float(run.classes)] * run.epochs
    engine, raised, active = DetectionEngine(), {}, set()
    for epoch in range(1, run.epochs + 1):
        changes = engine.update({name: values[:epoch] for name, values in series.items()}, step=epoch)
        for finding in changes["raised"]:
            active.add(finding.key)
            raised.setdefault(finding.key, (finding.severity, epoch))
        active -= {finding.key for finding in changes["cleared"]}
    findings = []
    for (check, variable), (severity, epoch) in raised.items():
        part = next((part for part in ("val", "train") if part in variable), "other")
        cleared = "" if (check, variable) in active else " cleared"
        findings.append(Finding(f"{check} {part}{cleared}", severity, epoch))
    return findings, None


def finetune_doctor(run, scratch):
    """Reads the Hugging Face Trainer's state. When it finds the last checkpoint as good as the best, that is kept."""
    import finetune_doctor

    names = {"eval_loss": "val_loss", "eval_accuracy": "val_acc"}
    names = {theirs: ours for theirs, ours in names.items() if ours in run.columns}
    history = []
    for index, loss in enumerate(run.columns["train_loss"]):
        place = {"epoch": index + 1.0, "step": (index + 1) * STEPS}
        history += [place | {"loss": loss}, place | {key: run.columns[name][index] for key, name in names.items()}]
    steps = run.epochs * STEPS
    state = {"log_history": history, "global_step": steps, "max_steps": steps, "epoch": float(run.epochs)}
    (scratch / "trainer_state.json").write_text(json.dumps(state))
    diagnosis = finetune_doctor.diagnose(finetune_doctor.load(str(scratch / "trainer_state.json")))
    best = diagnosis.pick and diagnosis.pick.best_step // STEPS
    variants = {"went up": " rose", "NaN": " nan", "zero": " zero", "few": " few"}  # words of the title
    findings = []
    for finding in diagnosis.findings:
        variant = next((variant for words, variant in variants.items() if words in finding.title), "")
        onset = best if finding.check == "overfitting" else None
        findings.append(Finding(finding.check + variant, finding.severity.name.lower(), onset))
    return findings, None if diagnosis.pick and diagnosis.pick.final_is_equivalent else best


def epokio(run, scratch):
    """Reads the file of Keras's CSVLogger, whose epochs count from 0; its answers count from 1."""
    from epokio.analysis import analyze

    names = {"accuracy": "train_acc", "loss": "train_loss", "val_accuracy": "val_acc", "val_loss": "val_loss"}
    columns = {theirs: run.columns[ours] for theirs, ours in names.items() if ours in run.columns}
    write_csv(scratch / "training.csv", {"epoch": range(run.epochs)} | columns)
    analysis = analyze(scratch)
    if analysis is None:
        return [Finding("unread")], None
    findings = [Finding(note["kind"], onset=note.get("best_epoch")) for note in analysis.kinds]
    return findings, (analysis.score or {}).get("best_epoch") or onset_of("overfit", findings)


def sk_autod(run, scratch):
    import sk_autod

    try:
        report = sk_autod.diagnose(run.columns["train_loss"], run.columns["val_loss"])
    except ValueError as error:
        if "finite" not in str(error):
            raise
        return [Finding("refused as not finite", "error")], None
    findings = []
    for finding in report.findings:
        onset = finding.metadata["best_epoch"] + 1 if finding.detector_name == "Missed early stopping" else None
        findings.append(Finding(finding.detector_name, finding.severity.value.lower(), onset))
    return findings, onset_of("Missed early stopping", findings)


def runmedic(run, scratch):
    """Counts a CSV file's rows from 0, whatever its column of epochs says."""
    from runmedic import checks, loaders, roles

    log = loaders.load(str(run.path))[0]
    findings = []
    for finding in checks.run_checks(log, roles.detect(log)):
        onset = None if finding.step is None else int(finding.step) + 1
        findings.append(Finding(finding.check, finding.severity, onset))
    return findings, onset_of("overfitting", findings)


def trainspotter(run, scratch):
    """Counts a CSV file's rows from 0, too."""
    from trainspotter import detectors
    from trainspotter.readers import tabular

    findings = []
    for finding in detectors.run_all(tabular.read_csv(str(run.path))):
        kind = finding.detector
        if kind == "divergence":
            kind += " nonfinite" if "non-finite" in finding.title else " growth"
        elif kind in ("spikes", "plateau"):
            kind += " " + finding.metric.split("/")[0]
        findings.append(Finding(kind, finding.severity, finding.step_start + 1))
    return findings, onset_of("overfitting", findings)


def losslint(run, scratch):
    """Always names the step of the best eval loss."""
    from losslint import checks, parsing

    findings = []
    for finding in checks.run_all_checks(parsing.load_run(run.path)):
        findings.append(Finding(finding.check, finding.severity, finding.details.get("since_step")))
    losses = [loss if math.isfinite(loss) else math.inf for loss in run.columns["val_loss"]]
    return findings, losses.index(min(losses)) + 1


def gradsnitch(run, scratch):
    import gradsnitch

    series = {name: values for name, values in run.columns.items() if name != "epoch"}
    write_csv(scratch / "run.csv", {"step": range(STEPS, run.epochs * STEPS + 1, STEPS)} | series)
    findings = []
    for finding in gradsnitch.lint_csv(str(scratch / "run.csv")):
        bottom = re.search(r"bottomed at step (\d+)", finding.evidence)
        findings.append(Finding(finding.code, finding.severity, int(bottom[1]) // STEPS if bottom else None))
    return findings, onset_of("GS004", findings)


def silver_diagnostics(run, scratch):
    """Told which metric is the primary one, it names the best step, counted from 0."""
    from silver_diagnostics import diagnose_training_health

    validation = [{"val_loss": loss} for loss in run.columns["val_loss"]]
    both = [{"loss": loss} | row for loss, row in zip(run.columns["train_loss"], validation)]
    findings = [Finding(finding.code, finding.severity) for finding in diagnose_training_health(both).diagnostics]
    best = diagnose_training_health(validation, primary_metric="val_loss").best_step
    return findings, None if best is None else best + 1


RIVALS = [pulseml, finetune_doctor, epokio, sk_autod, runmedic, trainspotter, losslint, gradsnitch, silver_diagnostics]
RIVALS = {function.__name__.replace("_", "-"): function for function in RIVALS}
