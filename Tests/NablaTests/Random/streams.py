"""Writes streams.txt: what PyTorch, NumPy and Python draw, for StreamTests.swift. Run: python streams.py > streams.txt

A line `kind seed` begins a stream; the lines under it are calls on that stream in order, `call arguments = count hash
first…`, where hash is FNV-1a (64 bits) over the bit patterns of the doubles (or integers), low byte first.
"""

import random
import struct
import sys

import numpy as np
import torch

print(f"# torch {torch.__version__}, numpy {np.__version__}, python {sys.version.split()[0]}")


def fnv(values):
    h = 0xCBF29CE484222325
    for v in values:
        for byte in struct.pack("<q" if isinstance(v, int) else "<d", v):
            h = (h ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return h


def show(call, values):
    values = [v if isinstance(v, int) else float(v) for v in values]
    print(call, "=", len(values), f"{fnv(values):016x}", *map(repr, values[:3]))


def torch_stream(seed):
    print("torch", seed)
    g = torch.Generator().manual_seed(seed)
    f64 = torch.float64
    for n in (1, 3, 15, 16, 17, 31, 32, 1000):
        show(f"rand {n}", torch.rand(n, generator=g).tolist())
        show(f"randn {n}", torch.randn(n, generator=g).tolist())
        show(f"uniform -0.37 0.54 {n}", torch.empty(n).uniform_(-0.37, 0.54, generator=g).tolist())
        show(f"normal 0.3 2.7 {n}", torch.empty(n).normal_(0.3, 2.7, generator=g).tolist())
        show(f"uniform64 -0.37 0.54 {n}", torch.empty(n, dtype=f64).uniform_(-0.37, 0.54, generator=g).tolist())
        show(f"normal64 0.3 2.7 {n}", torch.empty(n, dtype=f64).normal_(0.3, 2.7, generator=g).tolist())
        show(f"bernoulli 0.3 {n}", [int(v) for v in torch.empty(n).bernoulli_(0.3, generator=g).tolist()])
        show(f"permutation {n}", torch.randperm(n, generator=g).tolist())
        for low, high in ((0, 10), (-5, 5), (0, 2**28 - 1), (0, 2**28), (-(2**40), 2**41)):
            show(f"randint {low} {high} {n}", torch.randint(low, high, (n,), generator=g).tolist())


def numpy_stream(seed):
    print("numpy", seed)
    g = np.random.RandomState(seed)
    for n in (1, 3, 17, 1000):
        show(f"rand {n}", g.rand(n).tolist())
        show(f"randn {n}", g.randn(n).tolist())
        show(f"uniform -0.37 0.54 {n}", g.uniform(-0.37, 0.54, n).tolist())
        show(f"normal 0.3 2.7 {n}", g.normal(0.3, 2.7, n).tolist())
        show(f"permutation {n}", g.permutation(n).tolist())
        for low, high in ((0, 10), (-5, 5), (0, 2**32), (0, 2**32 + 1), (-(2**40), 2**41), (7, 8)):
            show(f"randint {low} {high} {n}", g.randint(low, high, n, dtype=np.int64).tolist())


def python_stream(seed):
    print("python", seed)
    g = random.Random(seed)
    for n in (1, 3, 17, 1000):
        show(f"rand {n}", [g.random() for _ in range(n)])
        show(f"randn {n}", [g.gauss(0, 1) for _ in range(n)])
        show(f"uniform -0.37 0.54 {n}", [g.uniform(-0.37, 0.54) for _ in range(n)])
        show(f"normal 0.3 2.7 {n}", [g.gauss(0.3, 2.7) for _ in range(n)])
        order = list(range(n))
        g.shuffle(order)
        show(f"permutation {n}", order)
        for low, high in ((0, 10), (-5, 5), (0, 2**32), (0, 2**32 + 1), (-(2**40), 2**41), (7, 8)):
            show(f"randint {low} {high} {n}", [g.randrange(low, high) for _ in range(n)])
        for k in (1, 5, 6, n):
            show(f"sample {n + 100} {min(k, 400)}", g.sample(range(n + 100), min(k, 400)))


for seed in (0, 1, 42, 137, 2147483647, 2**32 + 5, -3):
    torch_stream(seed)
for seed in (0, 1, 42, 1337, 2**32 - 1):
    numpy_stream(seed)
for seed in (0, 1, 42, 1337, 2**40 + 7, -3):
    python_stream(seed)
