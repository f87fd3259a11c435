#!/usr/bin/env python3
"""Measures single operations beside PyTorch and NumPy, on one machine in one run.

    operations.py PROGRAM [--threads 1 2] [--only exp gemm ...] [--milliseconds 15] [--rounds 3]

PROGRAM is kernel-bench. The three get the same Float32 numbers, and their outputs must agree: speed without it means
nothing. They take turns in each round, so that a busy machine is busy for all; the least of short slices counts. A rate
stands beside the best that was measured on the machine in the same run: of products, the multiply-adds that stay in
registers; of what moves memory, a plain copy of arrays as large.
"""

import argparse
import math
import os
import subprocess
import tempfile
import time

# OpenBLAS reads these when it is loaded; made for older versions, they hold a current one back.
for name in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"):
    os.environ.pop(name, None)

COLUMNS = 100
# Sizes: in the first cache, the second, the third, and in memory.
SIZES = (100, 10_000, 1_000_000, 16_000_000)
SIDES = (4, 8, 16, 32, 64, 128, 256, 512, 1024)
# How many arrays each reads and writes.
STREAMS = {"add": 3, "mul": 3, "relu": 2, "sum": 1}


def operations(x, y, z, n):
    """By name: what PyTorch does, what NumPy does or None, and its output as NumPy has it."""
    import numpy as np
    import torch
    import torch.nn.functional as F

    a, b, c = x.numpy(), y.numpy(), z.numpy()
    rows = x[: n // COLUMNS * COLUMNS].reshape(-1, COLUMNS)
    both = {
        "add": (lambda: torch.add(x, y, out=z), lambda: np.add(a, b, out=c)),
        "mul": (lambda: torch.mul(x, y, out=z), lambda: np.multiply(a, b, out=c)),
        "relu": (lambda: torch.clamp_min(x, 0, out=z), lambda: np.maximum(a, 0, out=c)),
        "sum": (lambda: x.sum(), lambda: a.sum()),
    }
    if n > 1_000_000:
        return both
    return both | {
        "sqrt": (lambda: torch.sqrt(y, out=z), lambda: np.sqrt(b, out=c)),
        "exp": (lambda: torch.exp(x, out=z), lambda: np.exp(a, out=c)),
        "log": (lambda: torch.log(y, out=z), lambda: np.log(b, out=c)),
        "sin": (lambda: torch.sin(x, out=z), lambda: np.sin(a, out=c)),
        "tanh": (lambda: torch.tanh(x, out=z), lambda: np.tanh(a, out=c)),
        "sigmoid": (lambda: torch.sigmoid(x, out=z), None),
        "erf": (lambda: torch.erf(x, out=z), None),
        "gelu": (lambda: F.gelu(x), None),
        "geluTanh": (lambda: F.gelu(x, approximate="tanh"), None),
        "silu": (lambda: F.silu(x), None),
        "softplus": (lambda: F.softplus(x), None),
        "softmax": (lambda: F.softmax(rows, -1), None),
        "logSoftmax": (lambda: F.log_softmax(rows, -1), None),
        "layerNorm": (lambda: F.layer_norm(rows, (COLUMNS,)), None),
        "max": (lambda: x.max(), lambda: a.max()),
        "columnSum": (lambda: rows.sum(0), lambda: rows.numpy().sum(0)),
    }


def products(x, y, z, n):
    import numpy as np
    import torch

    x, y, z = (t[: n * n].reshape(n, n) for t in (x, y, z))
    a, b, c = x.numpy(), y.numpy(), z.numpy()
    return {
        "gemm": (lambda: torch.mm(x, y, out=z), lambda: np.matmul(a, b, out=c)),
        "gemmT": (lambda: torch.mm(x, y.t(), out=z), lambda: np.matmul(a, b.T, out=c)),
    }


def least(f, milliseconds):
    """The least microseconds of a call within so many milliseconds, in slices of 50 microseconds at least."""
    best, times = math.inf, 1
    end = time.perf_counter() + milliseconds / 1e3
    rounds = 0
    while rounds < 3 or time.perf_counter() < end:
        start = time.perf_counter()
        for _ in range(times):
            f()
        slice = time.perf_counter() - start
        if slice < 25e-6:
            times *= 2
        else:
            best = min(best, slice / times)
            rounds += 1
    return best * 1e6


class Program:
    def __init__(self, path, threads):
        self.process = subprocess.Popen(
            [path, "serve", str(threads)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise SystemExit(f"{self.process.args[0]} ended at: {line}")
        return answer

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--only", nargs="+")
    parser.add_argument("--milliseconds", type=float, default=15)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    for threads in options.threads:
        # NumPy's library takes its threads when it is loaded, so each count has a process of its own.
        child = os.fork()
        if child == 0:
            os.environ["OPENBLAS_NUM_THREADS"] = str(threads)
            # Its idle threads would hold the processors that the others are measured on.
            os.environ["OPENBLAS_THREAD_TIMEOUT"] = "4"
            with tempfile.TemporaryDirectory() as folder:
                measure(options, threads, folder)
            os._exit(0)
        if os.waitpid(child, 0)[1] != 0:
            raise SystemExit(1)


def measure(options, threads, folder):
    import numpy as np
    import torch

    torch.set_num_threads(threads)
    program = Program(options.program, threads)
    peak = float(program.ask("peak"))
    print(f"\nPyTorch {torch.__version__}, NumPy {np.__version__}, {threads} thread{'s' if threads > 1 else ''}; "
          f"multiply-adds at most {peak:.0f} GFLOP/s", flush=True)
    print(f"{'operation':10} {'size':>9} {'Nabla µs':>10} {'PyTorch':>10} {'NumPy':>10}  {'times faster':>12}  rate")
    torch.manual_seed(0)
    for table, sizes, count in ((operations, SIZES, lambda n: n), (products, SIDES, lambda n: n * n)):
        for n in sizes:
            x, y, z = torch.randn(count(n)), torch.rand(count(n)) + 0.1, torch.empty(count(n))
            given = os.path.join(folder, "given")
            np.concatenate([x.numpy(), y.numpy()]).tofile(given)
            program.ask(f"load {count(n)} {given}")
            # The copy that moves as much memory as the operation does.
            copies = {}
            for name, (f, g) in table(x, y, z, n).items():
                if options.only and name not in options.only:
                    continue
                compare(program, name, n, f(), os.path.join(folder, "got"))
                ours, torchs, numpys = math.inf, math.inf, math.inf
                for _ in range(options.rounds):
                    # Until PyTorch's threads have stopped waiting awake.
                    time.sleep(0.03 if threads > 1 else 0)
                    ours = min(ours, float(program.ask(f"time {name} {n} {options.milliseconds}")) / 1e3)
                    torchs = min(torchs, least(f, options.milliseconds))
                    numpys = min(numpys, least(g, options.milliseconds)) if g else math.inf
                rate = ""
                if name.startswith("gemm"):
                    flops = 2 * n**3 / ours / 1e3
                    rate = f"{flops:6.0f} GFLOP/s, {flops / peak:4.0%} of the peak"
                elif name in STREAMS and n >= 1_000_000:
                    if not copies:
                        copies["GB/s"] = 8 * n / min(least(lambda: z.copy_(x), options.milliseconds)
                                                     for _ in range(options.rounds)) / 1e3
                    speed = 4 * n * STREAMS[name] / ours / 1e3
                    rate = f"{speed:6.1f} GB/s, {speed / copies['GB/s']:4.0%} of a copy"
                best = min(torchs, numpys)
                numpys = f"{numpys:10.2f}" if g else " " * 10
                print(f"{name:10} {n:9} {ours:10.3f} {torchs:10.2f} {numpys}  {torchs / ours:5.1f} "
                      f"{best / ours if g else math.nan:6.2f}  {rate}".replace("nan", "   "), flush=True)
    program.close()


def compare(program, name, n, want, path):
    """Outputs within what sums in another order may differ by."""
    import numpy as np

    want = np.asarray(want).reshape(-1)
    program.ask(f"run {name} {n} {path}")
    got = np.fromfile(path, np.float32)
    product = name.startswith("gemm")
    scale = math.sqrt(n) if product or name in ("sum", "columnSum") else 1
    if got.shape != want.shape or not np.allclose(got, want, rtol=3e-5, atol=3e-6 * scale):
        raise SystemExit(f"{name} of {n}: the outputs differ: {got[:5]}…, PyTorch {want[:5]}…")


if __name__ == "__main__":
    main()
