#!/usr/bin/env python3
"""Measures training steps beside PyTorch and JAX, on one machine in one run.

    training.py PROGRAM [--cells NABLA] [--threads 1 2] [--cases xor moons ...] [--seconds 0.5] [--rounds 3] [--least]

A step is forward, loss, backward and update, in Float32 from the same data and weights. Losses of the first eleven
steps must agree: speed without it means nothing. The peers take turns in each round, so that a busy machine is busy
for all of them; the table shows the median of microseconds a step, or the least, and how many times Nabla's it is.
PyTorch runs eagerly; `jit` compiles a step, `scan` a hundred steps at once. Then the resident memory of 100,000 steps,
and, given the program `nabla`, the same steps as cells of a notebook beside those of compiled Swift.
"""

import argparse
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time

CASES = ["xor", "moons", "mnist-sgd", "mnist-adam", "large", "cnn", "transformer", "rnn", "logistic", "deep"]
RATES = {"xor": 0.5, "moons": 0.1, "mnist-sgd": 0.1, "mnist-adam": 1e-3, "large": 0.05, "cnn": 0.05,
         "transformer": 1e-3, "rnn": 0.1, "logistic": 0.5, "deep": 0.05}
ADAM = {"mnist-adam", "transformer"}
LETTERS, LENGTH, FEATURES, HEADS = 65, 64, 64, 4


# The cases, as PyTorch has them.


def build(case):
    """x, y, the model and its loss."""
    import torch
    from torch import nn
    from torch.nn import functional as F

    torch.manual_seed(0)

    def layers(sizes, activation, last=None):
        parts = []
        for i, o in zip(sizes, sizes[1:]):
            parts += [nn.Linear(i, o), activation()]
        return nn.Sequential(*parts[:-1], *([last()] if last else []))

    class Transformer(nn.Module):
        def __init__(self):
            super().__init__()
            d = FEATURES
            self.token, self.position = nn.Embedding(LETTERS, d), nn.Embedding(LENGTH, d)
            self.ln1, self.ln2, self.lnf = nn.LayerNorm(d), nn.LayerNorm(d), nn.LayerNorm(d)
            self.qkv, self.proj = nn.Linear(d, 3 * d), nn.Linear(d, d)
            self.fc1, self.fc2, self.head = nn.Linear(d, 4 * d), nn.Linear(4 * d, d), nn.Linear(d, LETTERS)
            self.places = torch.arange(LENGTH)

        def forward(self, x):
            rows, length = x.shape
            h = self.token(x) + self.position(self.places)
            q, k, v = (p.view(rows, length, HEADS, -1).transpose(1, 2) for p in self.qkv(self.ln1(h)).split(FEATURES, 2))
            o = F.scaled_dot_product_attention(q, k, v, is_causal=True)
            h = h + self.proj(o.transpose(1, 2).reshape(rows, length, FEATURES))
            h = h + self.fc2(F.gelu(self.fc1(self.ln2(h)), approximate="tanh"))
            return self.head(self.lnf(h)).view(-1, LETTERS)

    class Recurrent(nn.Module):
        def __init__(self):
            super().__init__()
            self.rnn, self.head = nn.RNN(32, 64, num_layers=2), nn.Linear(64, 10)

        def forward(self, x):
            return self.head(self.rnn(x)[0][-1])

    if case == "xor":
        x = torch.tensor([[0.0, 0], [0, 1], [1, 0], [1, 1]])
        return x, torch.tensor([[0.0], [1], [1], [0]]), layers([2, 8, 1], nn.Tanh, nn.Sigmoid), F.mse_loss
    if case == "moons":
        t = torch.linspace(0, math.pi, 50)
        x = torch.cat([torch.stack([t.cos(), t.sin()], 1), torch.stack([1 - t.cos(), 0.5 - t.sin()], 1)])
        y = torch.cat([torch.zeros(50, 1), torch.ones(50, 1)])
        return x + 0.1 * torch.randn(100, 2), y, layers([2, 16, 16, 1], nn.ReLU), F.binary_cross_entropy_with_logits
    if case.startswith("mnist"):
        return torch.rand(64, 784), torch.randint(10, (64,)), layers([784, 128, 10], nn.ReLU), F.cross_entropy
    if case == "large":
        return torch.randn(512, 1024), torch.randint(10, (512,)), layers([1024, 1024, 1024, 10], nn.ReLU), F.cross_entropy
    if case == "cnn":
        model = nn.Sequential(
            nn.Conv2d(1, 8, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(8, 16, 3, padding=1), nn.ReLU(),
            nn.MaxPool2d(2), nn.Flatten(), nn.Linear(784, 10))
        return torch.rand(64, 1, 28, 28), torch.randint(10, (64,)), model, F.cross_entropy
    if case == "transformer":
        model = Transformer()
        for name, p in model.named_parameters():
            if p.dim() > 1:
                nn.init.normal_(p, std=0.02)
        shape = (16, LENGTH)
        return (torch.randint(LETTERS, shape), torch.randint(LETTERS, shape), model,
                lambda z, y: F.cross_entropy(z, y.reshape(-1)))
    if case == "rnn":
        return torch.randn(16, 32, 32), torch.randint(10, (32,)), Recurrent(), F.cross_entropy
    if case == "logistic":
        x = torch.randn(10_000, 20)
        y = (x @ torch.randn(20, 1) > 0).float()
        return x, y, nn.Sequential(nn.Linear(20, 1)), F.binary_cross_entropy_with_logits
    model = layers([32] * 51, nn.Tanh, nn.Tanh)
    return torch.randn(32, 32), torch.randn(32, 32) * 0.5, model, F.mse_loss


def torch_step(case, _path):
    import torch

    x, y, model, loss_of = build(case)
    make = torch.optim.Adam if case in ADAM else torch.optim.SGD
    optimizer = make(model.parameters(), lr=RATES[case])

    def step():
        optimizer.zero_grad()
        loss = loss_of(model(x), y)
        loss.backward()
        optimizer.step()
        return loss

    return step, lambda loss: [loss.item()], lambda _: None, 1


def jax_step(case, path, scan):
    import jax
    import numpy as np
    from jax import numpy as jnp

    data = dict(np.load(path))
    x, y = jnp.asarray(data.pop("x")), jnp.asarray(data.pop("y"))
    # Matrices in the layout that multiplies without a transpose.
    tables = ("token", "position")
    p = {n: jnp.asarray(a.T if a.ndim == 2 and not n.startswith(tables) else a) for n, a in data.items()}

    def dense(p, name, h):
        return h @ p[name + ".weight"] + p[name + ".bias"]

    def chain(p, h, activation, last=lambda h: h):
        names = sorted({n.split(".")[0] for n in p}, key=int)
        for i, name in enumerate(names):
            h = dense(p, name, h)
            h = activation(h) if i < len(names) - 1 else last(h)
        return h

    def cnn(p, h):
        for name in ("0", "3"):
            h = jax.lax.conv_general_dilated(
                h, p[name + ".weight"], (1, 1), "SAME", dimension_numbers=("NCHW", "OIHW", "NCHW"))
            h = jax.nn.relu(h + p[name + ".bias"][None, :, None, None])
            h = jax.lax.reduce_window(h, -jnp.inf, jax.lax.max, (1, 1, 2, 2), (1, 1, 2, 2), "VALID")
        return dense(p, "7", h.reshape(h.shape[0], -1))

    def normal(p, name, h):
        centred = h - h.mean(-1, keepdims=True)
        scale = jax.lax.rsqrt((centred * centred).mean(-1, keepdims=True) + 1e-5)
        return centred * scale * p[name + ".weight"] + p[name + ".bias"]

    future = np.triu(np.ones((LENGTH, LENGTH), bool), 1)

    def transformer(p, x):
        rows, length = x.shape
        h = p["token.weight"][x] + p["position.weight"]
        parts = jnp.split(dense(p, "qkv", normal(p, "ln1", h)), 3, 2)
        q, k, v = (a.reshape(rows, length, HEADS, -1).transpose(0, 2, 1, 3) for a in parts)
        weights = jnp.where(future, -jnp.inf, q @ k.swapaxes(2, 3) / math.sqrt(FEATURES // HEADS))
        o = (jax.nn.softmax(weights, -1) @ v).transpose(0, 2, 1, 3).reshape(rows, length, FEATURES)
        h = h + dense(p, "proj", o)
        h = h + dense(p, "fc2", jax.nn.gelu(dense(p, "fc1", normal(p, "ln2", h)), approximate=True))
        return dense(p, "head", normal(p, "lnf", h)).reshape(-1, LETTERS)

    def recurrent(p, h):
        for layer in ("l0", "l1"):
            weight, bias = p["rnn.weight_hh_" + layer], p["rnn.bias_hh_" + layer]

            def cell(state, share):
                state = jnp.tanh(share + state @ weight + bias)
                return state, state

            shares = h @ p["rnn.weight_ih_" + layer] + p["rnn.bias_ih_" + layer]
            _, h = jax.lax.scan(cell, jnp.zeros((h.shape[1], 64)), shares, unroll=16)
        return dense(p, "head", h[-1])

    def entropy(z, y):
        return -jnp.take_along_axis(jax.nn.log_softmax(z), y.reshape(-1, 1), 1).mean()

    def binary(z, y):
        return (jnp.maximum(z, 0) - z * y + jnp.log1p(jnp.exp(-jnp.abs(z)))).mean()

    def square(z, y):
        return ((z - y) ** 2).mean()

    relu, tanh = jax.nn.relu, jnp.tanh
    model, loss_of = {
        "xor": (lambda p, x: chain(p, x, tanh, jax.nn.sigmoid), square),
        "moons": (lambda p, x: chain(p, x, relu), binary),
        "mnist-sgd": (lambda p, x: chain(p, x, relu), entropy),
        "mnist-adam": (lambda p, x: chain(p, x, relu), entropy),
        "large": (lambda p, x: chain(p, x, relu), entropy),
        "cnn": (cnn, entropy),
        "transformer": (transformer, entropy),
        "rnn": (recurrent, entropy),
        "logistic": (lambda p, x: chain(p, x, relu), binary),
        "deep": (lambda p, x: chain(p, x, tanh, tanh), square),
    }[case]
    rate, each = RATES[case], jax.tree_util.tree_map

    def one(state, _=None):
        p, m, v, t = state
        loss, g = jax.value_and_grad(lambda p: loss_of(model(p, x), y))(p)
        if case not in ADAM:
            return (each(lambda a, b: a - rate * b, p, g), m, v, t), loss
        t = t + 1
        m = each(lambda a, b: 0.9 * a + 0.1 * b, m, g)
        v = each(lambda a, b: 0.999 * a + 0.001 * b * b, v, g)
        p = each(lambda a, b, c: a - rate * (b / (1 - 0.9**t)) / (jnp.sqrt(c / (1 - 0.999**t)) + 1e-8), p, m, v)
        return (p, m, v, t), loss

    many = 100 if scan else 1
    whole = (lambda s: jax.lax.scan(one, s, None, length=many)) if scan else one
    compiled = jax.jit(whole, donate_argnums=0)
    zeros = each(jnp.zeros_like, p) if case in ADAM else {}
    state = [(p, zeros, each(jnp.copy, zeros), jnp.float32(0))]

    def step():
        state[0], loss = compiled(state[0])
        return loss

    return step, lambda loss: [float(v) for v in loss.reshape(-1)[:11]], lambda loss: loss.block_until_ready(), many


def serve(peer, threads):
    """Answers `prepare` and `time`, as the program in Benchmarks/Training does."""
    if peer == "torch":
        import torch

        torch.set_num_threads(threads)
    elif threads == 1:
        # Before JAX starts; without the affinity its client still makes a second worker.
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
        os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
    step = wait = None
    many = 1
    for line in sys.stdin:
        command, *words = line.split()
        if command == "prepare":
            make = torch_step if peer == "torch" else lambda c, f: jax_step(c, f, peer == "scan")
            step, values, wait, many = make(*words)
            losses = []
            while len(losses) < 11:
                losses += values(step())
            print(*losses[:11], flush=True)
        else:
            def block(count):
                start = time.perf_counter()
                for _ in range(count):
                    loss = step()
                wait(loss)
                return (time.perf_counter() - start) / count / many * 1e6

            count = max(int(1000 / (block(3) * many)), 1)
            times, end = [], time.perf_counter() + float(words[0])
            while len(times) < 5 or time.perf_counter() < end:
                times.append(block(count))
            print(statistics.median(times), min(times), flush=True)


# The run.


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", help="training-bench, or the name of a peer to serve")
    parser.add_argument("--cells", metavar="NABLA", help="the program that runs notebooks")
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--cases", nargs="+", choices=CASES, default=CASES)
    parser.add_argument("--seconds", type=float, default=0.5)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--least", action="store_true", help="show the least and not the median")
    parser.add_argument("--peer", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.peer:
        return serve(options.program, options.threads[0])
    with tempfile.TemporaryDirectory() as folder:
        files = {case: write(case, os.path.join(folder, case + ".npz")) for case in options.cases}
        for threads in options.threads:
            measure(options, threads, files)
        remember(options, files)
        if options.cells:
            compare_cells(options, files, folder)


def write(case, path):
    import numpy as np

    x, y, model, _ = build(case)
    np.savez(path, x=x, y=y, **{name: value.detach().numpy() for name, value in model.named_parameters()})
    return path


def measure(options, threads, files):
    peers = ["nabla", "torch", "jit", "scan"]
    processes = {}
    for peer in peers:
        command = [options.program, str(threads)] if peer == "nabla" else [
            sys.executable, __file__, peer, "--peer", "--threads", str(threads)]
        processes[peer] = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(peer, line):
        process = processes[peer]
        process.stdin.write(line + "\n")
        process.stdin.flush()
        answer = process.stdout.readline()
        if not answer:
            sys.exit(f"{peer} ended at: {line}")
        return [float(word) for word in answer.split()]

    print(f"\nA training step, µs, {threads} thread{'s' if threads > 1 else ''}; in brackets: times Nabla's")
    print(f"{'case':12} {'Nabla':>10} {'PyTorch':>10} {'':9} {'jax.jit':>10} {'':9} {'lax.scan':>10}")
    for case, path in files.items():
        losses = {peer: ask(peer, f"prepare {case} {path}") for peer in peers}
        for peer in peers[1:]:
            for mine, theirs in zip(losses["nabla"], losses[peer]):
                if not math.isclose(mine, theirs, rel_tol=2e-4, abs_tol=1e-6):
                    sys.exit(f"{case}: the losses differ: Nabla {losses['nabla']}, {peer} {losses[peer]}")
        rounds = {peer: [] for peer in peers}
        for _ in range(options.rounds):
            for peer in peers:
                rounds[peer].append(ask(peer, f"time {options.seconds}"))
        took = {
            peer: min(r[1] for r in values) if options.least else statistics.median(r[0] for r in values)
            for peer, values in rounds.items()
        }
        columns = [f"{took['nabla']:10.1f}"]
        columns += [f"{took[peer]:10.1f} {'(%.1f)' % (took[peer] / took['nabla']):9}" for peer in peers[1:]]
        print(f"{case:12}", *columns, flush=True)
    for process in processes.values():
        process.stdin.close()
        process.wait()


def remember(options, files):
    """The resident memory of small networks over 100,000 steps."""
    for case in [case for case in ("xor", "moons") if case in files]:
        process = subprocess.Popen([options.program, "1"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

        def ask(line):
            print(line, file=process.stdin, flush=True)
            return process.stdout.readline()

        def resident():
            with open(f"/proc/{process.pid}/status") as status:
                return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))

        ask(f"prepare {case} {files[case]}")
        ask("run 1000")
        before, replayed, after = resident(), float(ask("run 100000")), resident()
        print(f"\n{case}: {before} KiB resident after 1,000 steps, {after} KiB after 100,000 more, {replayed:,.0f} replayed")
        process.stdin.close()
        process.wait()


#: The networks whose steps are run as cells too: the model, the optimizer, the loss, and how many steps to time.
CELLS = {
    "xor": ("Sequential(Linear(2, 8), Tanh(), Linear(8, 1), Sigmoid())", "SGD(model.parameters, lr: 0.5)", "mseLoss", 200_000),
    "moons": ("Sequential(Linear(2, 16), ReLU(), Linear(16, 16), ReLU(), Linear(16, 1))",
              "SGD(model.parameters, lr: 0.1)", "bceWithLogits", 50_000),
    "mnist-sgd": ("Sequential(Linear(784, 128), ReLU(), Linear(128, 10))", "SGD(model.parameters, lr: 0.1)",
                  "crossEntropy", 1_500),
    "mnist-adam": ("Sequential(Linear(784, 128), ReLU(), Linear(128, 10))", "Adam(model.parameters, lr: 1e-3)",
                   "crossEntropy", 1_500),
}


def notebook(path, case, steps):
    model, optimizer, loss, _ = CELLS[case]
    cells = [
        f'''setNumThreads(1)
let data = try TensorArchive.load("{case}.npz")
let x = data["x"], y = data["y"]
let model = {model}
try model.load("{case}.npz", strict: false)
let optimizer = {optimizer}''',
        f'''for _ in 0..<{steps} {{
  optimizer.zeroGrad()
  let loss = {loss}(model(x), y)
  loss.backward()
  optimizer.step()
}}''',
    ]
    with open(path, "w") as file:
        json.dump({
            "cells": [{"cell_type": "code", "id": str(i), "metadata": {}, "outputs": [], "execution_count": None,
                       "source": source} for i, source in enumerate(cells)],
            "metadata": {"kernelspec": {"name": "nabla", "display_name": "Nabla", "language": "swift"}},
            "nbformat": 4, "nbformat_minor": 5}, file)


def compare_cells(options, files, folder):
    """The same steps as cells: the time of many less that of few, so that what surrounds them does not count."""
    print(f"\nA training step, µs, 1 thread\n{'case':12} {'compiled':>10} {'cells':>10}")
    process = subprocess.Popen([options.program, "1"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def seconds(case, steps):
        path = os.path.join(folder, f"{case}-{steps}.ipynb")
        notebook(path, case, steps)
        start = time.perf_counter()
        subprocess.run([options.cells, "run", path], check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - start

    for case in [case for case in CELLS if case in files]:
        print(f"prepare {case} {files[case]}", file=process.stdin, flush=True)
        process.stdout.readline()
        many = CELLS[case][3]
        compiled, cells = [], []
        for _ in range(options.rounds):
            print(f"time {options.seconds}", file=process.stdin, flush=True)
            compiled.append(float(process.stdout.readline().split()[0]))
            cells.append((seconds(case, many) - seconds(case, many // 100)) / (many - many // 100) * 1e6)
        a, b = statistics.median(compiled), statistics.median(cells)
        print(f"{case:12} {a:10.2f} {b:10.2f} ({b / a:.2f})", flush=True)
    process.stdin.close()
    process.wait()


if __name__ == "__main__":
    main()
