"""Single operations beside PyTorch and NumPy, in one run: microseconds, and how many times PyTorch's speed.

    swift build -c release --product kernel-bench
    python Benchmarks/operations.py .build/release/kernel-bench [threads] [rounds]

The three take turns in each round, so that a busy machine is busy for all; the least of the rounds counts.
"""

import subprocess
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F

program, threads, rounds = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "1", int((sys.argv[3:] or ["3"])[0])
torch.set_num_threads(int(threads))


def least(f):
    best, times = 1e9, 1
    for _ in range(5):
        start = time.perf_counter()
        for _ in range(times):
            f()
        best = min(best, (time.perf_counter() - start) / times)
        times = int(3e-3 / best) + 1
    return best * 1e6


def peers():
    for n in (100, 10_000, 1_000_000):
        x, y, out = torch.randn(n), torch.randn(n), torch.empty(n)
        rows = x.reshape(-1, 100)
        a, b, c = x.numpy(), y.numpy(), out.numpy()
        table = {
            "add": (lambda: torch.add(x, y, out=out), lambda: np.add(a, b, out=c)),
            "mul": (lambda: torch.mul(x, y, out=out), lambda: np.multiply(a, b, out=c)),
            "relu": (lambda: torch.clamp_min(x, 0, out=out), lambda: np.maximum(a, 0, out=c)),
            "exp": (lambda: torch.exp(x, out=out), lambda: np.exp(a, out=c)),
            "log": (lambda: torch.log(y.abs_(), out=out), None),
            "tanh": (lambda: torch.tanh(x, out=out), lambda: np.tanh(a, out=c)),
            "sigmoid": (lambda: torch.sigmoid(x, out=out), None),
            "erf": (lambda: torch.erf(x, out=out), None),
            "sin": (lambda: torch.sin(x, out=out), lambda: np.sin(a, out=c)),
            "gelu": (lambda: F.gelu(x), None),
            "geluTanh": (lambda: F.gelu(x, approximate="tanh"), None),
            "silu": (lambda: F.silu(x), None),
            "softplus": (lambda: F.softplus(x), None),
            "softmax": (lambda: F.softmax(rows, -1), None),
            "layerNorm": (lambda: F.layer_norm(rows, (100,)), None),
            "sum": (lambda: x.sum(), lambda: a.sum()),
            "max": (lambda: x.max(), lambda: a.max()),
        }
        for name, (f, g) in table.items():
            yield (name, n), least(f), least(g) if g else None
    for n in (4, 8, 16, 32, 64, 128, 256, 512, 1024):
        x, y, out = torch.randn(n, n), torch.randn(n, n), torch.empty(n, n)
        a, b, c = x.numpy(), y.numpy(), out.numpy()
        yield ("gemm", n), least(lambda: torch.mm(x, y, out=out)), least(lambda: np.matmul(a, b, out=c))
        yield ("gemmT", n), least(lambda: torch.mm(x, y.t(), out=out)), None


ours, torchs, numpys = {}, {}, {}
for _ in range(rounds):
    text = subprocess.run([program, "speed", threads], capture_output=True, text=True, check=True).stdout
    for name, n, nanoseconds in map(str.split, text.splitlines()):
        key = (name, int(n))
        ours[key] = min(ours.get(key, 1e9), float(nanoseconds) / 1e3)
    for key, t, p in peers():
        torchs[key] = min(torchs.get(key, 1e9), t)
        if p is not None:
            numpys[key] = min(numpys.get(key, 1e9), p)

print(f"torch {torch.__version__}, numpy {np.__version__}, {threads} thread(s)")
print(f"{'operation':10} {'size':>8} {'Nabla':>10} {'PyTorch':>10} {'NumPy':>10} {'ratio':>6}")
for key in torchs:
    if key not in ours:
        continue
    p = f"{numpys[key]:10.2f}" if key in numpys else " " * 10
    rate = f" {2 * key[1] ** 3 / ours[key] / 1e3:6.0f} GFLOP/s" if key[0].startswith("gemm") else ""
    print(f"{key[0]:10} {key[1]:8} {ours[key]:10.3f} {torchs[key]:10.2f} {p} {torchs[key] / ours[key]:6.1f}{rate}")
