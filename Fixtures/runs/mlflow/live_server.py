"""Starts a tracking server of MLflow with runs in it, and ends it when standard input does.

    python live_server.py sql|files FOLDER

logs runs through MLflow's own client, writes what was logged to FOLDER/logged.json and prints the server's address.
A value is written as the 16 digits of its bits. The test that runs this is MLflowServerIntegrationTests.
"""

import contextlib
import json
import math
import os
import signal
import socket
import struct
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

LONGEST_START = 180


def free_port():
    with socket.socket() as it:
        it.bind(("127.0.0.1", 0))
        return it.getsockname()[1]


def start(store, folder):
    port = free_port()
    place = f"sqlite:///{folder}/mlflow.db" if store == "sql" else f"{folder}/mlruns"
    environment = dict(os.environ, MLFLOW_ALLOW_FILE_STORE="true", MLFLOW_DISABLE_TELEMETRY="true")
    server = subprocess.Popen(
        [sys.executable, "-m", "mlflow", "server", "--host", "127.0.0.1", "--port", str(port), "--workers", "1",
         "--backend-store-uri", place, "--default-artifact-root", f"{folder}/artifacts"],
        cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=open(f"{folder}/server.log", "w"),
        stderr=subprocess.STDOUT, start_new_session=True)
    return server, f"http://127.0.0.1:{port}"


def wait(server, address):
    end = time.monotonic() + LONGEST_START
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(address + "/health", timeout=5).close()
            return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("the server does not start: see server.log")


class Book:
    """Logs runs, and what was logged."""

    def __init__(self, client):
        self.client = client
        self.clock = 1_700_000_000_000
        self.runs = {}

    def run(self, experiment, name, curves, tags=None):
        run = self.client.create_run(experiment, run_name=name, tags=tags, start_time=self.tick()).info.run_id
        self.runs[run] = {"name": name, "curves": {}}
        self.log(run, curves)
        self.client.set_terminated(run)
        return run

    def log(self, run, curves):
        from mlflow.entities import Metric

        metrics = []
        for key, points in curves.items():
            points = list(points)
            metrics += [Metric(key, value, self.tick(), step) for step, value in points]
            known = self.runs[run]["curves"].setdefault(key, {})
            known.update({str(step): struct.pack(">d", value).hex() for step, value in points})
        for start in range(0, len(metrics), 1000):
            self.client.log_batch(run, metrics=metrics[start:start + 1000])

    def tick(self):
        self.clock += 1
        return self.clock


def fall(count, end, rate=0.3):
    return [(step, end + 2 * math.exp(-rate * step) + 0.01 * math.sin(7 * step)) for step in range(count)]


def log(address):
    import mlflow

    client = mlflow.MlflowClient(address)
    book = Book(client)
    shapes = client.create_experiment("shapes of runs")
    book.run(shapes, "healthy", {"train_loss": fall(25, 0.2), "val_loss": fall(25, 0.25)})
    overfit = {"train_loss": fall(40, 0.01), "val_loss": [(s, v + 0.002 * s * s) for s, v in fall(40, 0.2)]}
    resumed = book.run(shapes, "overfit, resumed", overfit)
    book.log(resumed, {key: [(step, value * 0.97) for step, value in points[-3:]] + [(40, 0.1), (41, 0.1 + 0.2)]
                       for key, points in overfit.items()})
    odd = [2.5, 1e-310, 0.0, 5e-324, 0.1 + 0.2, 1 / 3, math.inf, -math.inf, math.nan, 1.7e308]
    book.run(shapes, "not finite", {"train_loss": list(enumerate(odd)), "val_loss": list(enumerate(odd[::-1]))})

    names = client.create_experiment("Büro/names with spaces")
    book.run(names, "a/b c?d#e", {"train/loss": fall(12, 0.3), "val/loss of set 2": fall(12, 0.4)})
    for end in (0.1, 0.2):
        book.run(names, "twin", {"loss": fall(8, end), "val_loss": fall(8, end)})
    parent = book.run(names, "parent", {"train_loss": fall(5, 1), "val_loss": fall(5, 1)})
    book.run(names, "child", {"train_loss": fall(6, 1), "val_loss": fall(6, 1)}, {"mlflow.parentRunId": parent})
    book.run(names, "without metrics", {})
    deleted = book.run(names, "deleted", {"loss": fall(5, 1), "val_loss": fall(5, 1)})
    client.delete_run(deleted)
    book.runs[deleted]["deleted"] = True

    large = client.create_experiment("large")
    book.run(large, "many pages", {"train_loss": fall(26_000, 0.2, 0.001), "val_loss": fall(26_000, 0.3, 0.001)[::260]})
    book.run(large, "many metrics", {f"class {n:03}/val_loss": fall(3, 0.1) for n in range(300)})
    return {"runs": book.runs}


def main(store, folder):
    server, address = start(store, Path(folder).resolve())
    try:
        wait(server, address)
        # The client tells people of each run that ends.
        with contextlib.redirect_stdout(sys.stderr):
            logged = log(address)
        (Path(folder) / "logged.json").write_text(json.dumps(logged))
        print(address, flush=True)
        sys.stdin.read()
    finally:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
