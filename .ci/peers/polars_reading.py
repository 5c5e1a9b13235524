"""Reads a long log with the command and with polars in turn, whole processes, and compares the processor's seconds.

The seconds are those of all threads, user and system; each side's best run counts. The command reads and
diagnoses, polars only reads.

Usage: polars_reading.py COMMAND ROWS FOLDER
"""

import math
import os
import random
import sys

RUNS = 5


def write(path, rows):
    """Writes a run that learns, losses with all their digits."""
    generator = random.Random(7)
    with open(path, "w") as file:
        file.write("epoch,train_loss,val_loss,accuracy\n")
        for start in range(0, rows, 10_000):
            lines = []
            for row in range(start, min(start + 10_000, rows)):
                decay = math.exp(-5 * row / rows)
                training = 0.1 + 0.8 * decay + 0.01 * generator.random()
                validation = 0.2 + 0.7 * decay + 0.01 * generator.random()
                lines.append(f"{row + 1},{training!r},{validation!r},{1 - validation / 2:.4f}\n")
            file.write("".join(lines))


def measure(command):
    """The processor's seconds and the peak memory, in MB, of a process that must succeed."""
    silence = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    process = os.posix_spawnp(command[0], command, os.environ, file_actions=silence)
    _, status, usage = os.wait4(process, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{command[0]} failed")
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit


command, rows, folder = sys.argv[1:]
log = os.path.join(folder, "run.csv")
write(log, int(rows))
print(f"{int(rows):,} rows, {os.path.getsize(log) / 1e6:.0f} MB, best of {RUNS}")

ours = [command, log, "--no-report"]
peer = [sys.executable, "-c", "import sys, polars; polars.read_csv(sys.argv[1])", log]
runs = [(measure(ours), measure(peer)) for _ in range(RUNS)]
(seconds, _), (peer_seconds, _) = (min(side) for side in zip(*runs))
memory, peer_memory = (max(peak for _, peak in side) for side in zip(*runs))
print(f"atml-diagnose    {seconds:5.2f} s of processor time, {memory:4.0f} MB at most (reads and diagnoses)")
print(f"polars.read_csv  {peer_seconds:5.2f} s of processor time, {peer_memory:4.0f} MB at most (reads)")
print(f"ratio            {seconds / peer_seconds:5.2f}")
