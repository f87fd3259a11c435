#!/usr/bin/env python3
"""Measures scalar cells beside CPython, Lua and LuaJIT's interpreter, on one machine in one run.

    interp.py [PROGRAM] [--rounds 5] [--cases fib loop ...]

Each case is one program in every language (`interp/`), run as a whole process: a cell of a notebook with `nabla run`,
the peers as they are. They take turns, so that a busy machine is busy for all; the least of the rounds counts, less
what the same process takes for an empty program, which a session pays once. Outputs must be equal: speed without it
means nothing. A peer that is not installed is left out.
"""

import argparse
import json
import math
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).parent / "interp"
# Debian's own Python before any other build, which may be slower.
PYTHON = next(path for path in ("/usr/bin/python3", sys.executable) if os.path.exists(path))
PEERS = {
    "CPython": ("py", [PYTHON]),
    "Lua 5.4": ("lua", ["lua5.4"]),
    "LuaJIT -joff": ("lua", ["luajit", "-joff"]),
    "LuaJIT": ("lua", ["luajit"]),
}


def nabla(program, path, folder):
    """The command that runs a program as one cell, and how to read what it printed."""
    cell = {"cell_type": "code", "id": "a", "metadata": {}, "execution_count": None, "outputs": [],
            "source": path.read_text()}
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [cell]}
    source, target = folder / f"{path.stem}.ipynb", folder / f"{path.stem}.out.ipynb"
    source.write_text(json.dumps(notebook))

    def printed(_):
        outputs = json.loads(target.read_text())["cells"][0]["outputs"]
        return "".join("".join(output.get("text", "")) for output in outputs)

    return [program, "run", str(source), "--quiet", "-o", str(target)], printed


def timed(command):
    """Processor time: on a busy machine the clock says more of the others."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.run(command, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode:
        sys.exit(f"{' '.join(command)}: {process.stderr}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, process.stdout


def normal(text):
    """Outputs but for what stands between columns, and the spelling of numbers."""
    words = []
    for word in text.translate(str.maketrans("(),", "   ")).split():
        try:
            words.append(repr(float(word)))
        except ValueError:
            words.append(word)
    return words


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", nargs="?", default=".build/release/nabla")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--cases", nargs="+")
    options = parser.parse_args()
    peers = {name: peer for name, peer in PEERS.items() if shutil.which(peer[1][0])}
    missing = [name for name in PEERS if name not in peers]
    if missing:
        print(f"not installed, and left out: {', '.join(missing)} (apt-get install lua5.4 luajit)")
    print("\nScalar cells, ms of processor time beyond the start of the process; in brackets: times Nabla's")
    print(f"{'case':16} {'Nabla':>8}", *(f"{name:>12} {'':7}" for name in peers))
    ratios = {name: [] for name in peers}
    with tempfile.TemporaryDirectory() as name:
        starts = start_up(options, peers, Path(name))
        for path in sorted(FOLDER.glob("*.swift")):
            if options.cases and path.stem not in options.cases:
                continue
            measure(path, options, peers, starts, ratios, Path(name))
    means = [f"{'':12} {'(%.1f)' % math.exp(sum(map(math.log, r)) / len(r)) if r else '':7}" for r in ratios.values()]
    print(f"{'geometric mean':16} {'':8}", *means)


def start_up(options, peers, folder):
    """Milliseconds of each process for an empty program."""
    empty = folder / "empty.swift"
    empty.write_text("print()")
    commands = {"Nabla": nabla(options.program, empty, folder)[0]}
    for name, (suffix, command) in peers.items():
        empty.with_suffix("." + suffix).write_text("print()")
        commands[name] = [*command, str(empty.with_suffix("." + suffix))]
    times = {name: min(timed(command)[0] for _ in range(4 * options.rounds)) * 1000 for name, command in commands.items()}
    print(f"{'(start)':16} {times['Nabla']:8.1f}", *(f"{times[name]:12.1f} {'':7}" for name in peers))
    return times


def measure(path, options, peers, starts, ratios, folder):
    commands = {"Nabla": nabla(options.program, path, folder)}
    for name, (suffix, command) in peers.items():
        if path.with_suffix("." + suffix).exists():
            commands[name] = [*command, str(path.with_suffix("." + suffix))], lambda stdout: stdout
    times, outputs = {name: [] for name in commands}, {}
    for _ in range(options.rounds):
        for name, (command, printed) in commands.items():
            seconds, stdout = timed(command)
            times[name].append(seconds * 1000)
            outputs[name] = normal(printed(stdout))
    for name, output in outputs.items():
        if output != outputs["Nabla"]:
            sys.exit(f"{path.stem}: the outputs differ: Nabla {outputs['Nabla']}, {name} {output}")
    took = {name: max(min(values) - starts[name], 0.1) for name, values in times.items()}
    columns = []
    for name in peers:
        if name in took:
            ratios[name].append(took[name] / took["Nabla"])
            columns.append(f"{took[name]:12.1f} {'(%.1f)' % ratios[name][-1]:7}")
        else:
            columns.append(f"{'':12} {'':7}")
    print(f"{path.stem:16} {took['Nabla']:8.1f}", *columns, flush=True)


if __name__ == "__main__":
    main()
