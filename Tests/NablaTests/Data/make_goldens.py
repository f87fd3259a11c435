#!/usr/bin/env python3
"""Makes the folder Goldens beside this script: files that the Python libraries write, and what they draw.

Run with PyTorch (2.13), NumPy (2.4), safetensors (0.8) and scikit-learn (1.9) installed: python3 make_goldens.py
"""
import gzip
import io
import json
import pathlib
import zipfile
import zlib

import numpy as np
import safetensors
import safetensors.numpy
import safetensors.torch
import sklearn
import torch
from sklearn.datasets import make_moons
from torch.utils.data import DataLoader, TensorDataset

out = pathlib.Path(__file__).parent / "Goldens"
out.mkdir(exist_ok=True)
record = {
    "versions": {m.__name__: m.__version__ for m in (torch, np, safetensors, sklearn)},
    "arrays": {},
}


def values(a):
    return [float(v) for v in np.asarray(a, dtype=np.float64).reshape(-1)]


def keep(name, a):
    record["arrays"][name] = {"shape": list(a.shape), "values": values(a)}


# Arrays one by one: those that Nabla writes to the same bytes, and those that it only reads.
ramp = np.arange(6).reshape(2, 3)
arrays = {
    "float32": (ramp - 2.5).astype(np.float32),
    "float64": ramp / 7,
    "int64": ramp - 3,
    "bool": ramp % 2 == 0,
    "scalar": np.array(0.1, np.float32),
    "vector": np.arange(3, dtype=np.float32),
    "empty": np.zeros((0, 3), np.float32),
    "rank4": np.arange(24, dtype=np.int64).reshape(2, 3, 1, 4),
    "read-float16": np.array([1.5, -0.0, 6e-8, 65504], np.float16),
    "read-int8": np.array([-128, 127], np.int8),
    "read-uint8": np.array([0, 255], np.uint8),
    "read-int16": np.array([-5, 300], np.int16),
    "read-uint16": np.array([0, 65535], np.uint16),
    "read-int32": np.array([-(2**31), 7], np.int32),
    "read-uint32": np.array([2**32 - 1], np.uint32),
    "read-uint64": np.array([2**53], np.uint64),
    "read-bigendian": np.array([[1.5, -2], [3, 4]], ">f8"),
    "read-bigendian-int": np.array([1, -2], ">i4"),
    "read-fortran": np.asfortranarray(np.arange(24.0).reshape(2, 3, 4)),
    "read-fortran-int16": np.asfortranarray(np.arange(6, dtype=np.int16).reshape(2, 3)),
}
for name, a in arrays.items():
    np.save(out / f"{name}.npy", a)
    keep(f"{name}.npy", a)
np.save(out / "refused-complex.npy", np.array([1j]))
np.save(out / "refused-uint64.npy", np.array([2**63], np.uint64))
np.save(out / "refused-record.npy", np.zeros(2, dtype=[("a", "<f4"), ("b", "<i8")]))

# Several by name.
named = {n: arrays[n] for n in ["float32", "float64", "int64", "bool", "scalar", "empty"]}
np.savez(out / "read-stored.npz", **named)
np.savez_compressed(out / "read-deflated.npz", ramp=np.arange(3000) % 7, **named)
with zipfile.ZipFile(out / "same.npz", "w") as archive:
    for name, a in named.items():
        buffer = io.BytesIO()
        np.save(buffer, a)
        archive.writestr(zipfile.ZipInfo(f"{name}.npy"), buffer.getvalue())
safetensors.numpy.save_file(named, out / "same.safetensors", metadata={"format": "np"})
safetensors.torch.save_file(
    {
        "bf16": torch.tensor([1.0, -2.5, 3e38]).bfloat16(),
        "f16": torch.tensor([0.5]).half(),
        "u8": torch.tensor([200], dtype=torch.uint8),
        "i32": torch.tensor([[-7]], dtype=torch.int32),
    },
    out / "read-narrow.safetensors",
)

# A model of PyTorch, and what it computes.
torch.manual_seed(42)
model = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.Tanh(), torch.nn.Linear(3, 1))
safetensors.torch.save_file(model.state_dict(), out / "read-model.safetensors")
record["model"] = values(model(torch.tensor([[0.5, -1.0]])).detach())

# What deflate can do: stored, with fixed codes, with codes of its own; long repetitions and long distances.
content = bytes((i * i // 7) % 251 for i in range(3000))
content += b"ab" * 200 + bytes(2000) + bytes(range(256)) + content[:300]
record["content"] = {"count": len(content), "crc": zlib.crc32(content)}
for name, level, strategy in [("stored", 0, zlib.Z_DEFAULT_STRATEGY), ("fixed", 9, zlib.Z_FIXED),
                              ("dynamic", 9, zlib.Z_DEFAULT_STRATEGY), ("huffman", 6, zlib.Z_HUFFMAN_ONLY)]:
    packer = zlib.compressobj(level, zlib.DEFLATED, 31, 9, strategy)
    (out / f"{name}.gz").write_bytes(packer.compress(content) + packer.flush())
with gzip.GzipFile(out / "named.gz", "wb", mtime=0) as file:
    file.write(content)

# Points and orders.
np.random.seed(1337)
x, y = make_moons(n_samples=100, noise=0.1)
record["moons"] = {"x": values(x), "y": values(y), "next": np.random.random()}
np.random.seed(0)
N, K = 100, 3
X = np.zeros((N * K, 2))
for j in range(K):
    r = np.linspace(0.0, 1, N)
    t = np.linspace(j * 4, (j + 1) * 4, N) + np.random.randn(N) * 0.2
    X[range(N * j, N * (j + 1))] = np.c_[r * np.sin(t), r * np.cos(t)]
record["spiral"] = {"x": values(X), "next": np.random.random()}


def order(generator):
    loader = DataLoader(TensorDataset(torch.arange(10)), batch_size=4, shuffle=True, generator=generator)
    return [[int(i) for (batch,) in loader for i in batch] for epoch in range(3)]


torch.manual_seed(3)
record["order"] = {"own": order(None), "next": float(torch.rand(1))}
generator = torch.Generator()
generator.manual_seed(5)
record["order given"] = {"own": order(generator), "next": float(torch.rand(1, generator=generator))}
(out / "record.json").write_text(json.dumps(record) + "\n")
