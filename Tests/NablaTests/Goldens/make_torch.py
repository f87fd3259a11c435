#!/usr/bin/env python3
"""Makes torch.json: what PyTorch gives for the calls that the tests repeat.

Run with PyTorch and NumPy installed: python3 make_torch.py > torch.json
"""
import json
import torch
import torch.nn as nn

goldens = {"version": torch.__version__}


def flat(t):
    return [float(v) for v in t.detach().double().reshape(-1)]


# The training run of the design: XOR, 2-8-1.
x = torch.tensor([[0.0, 0], [0, 1], [1, 0], [1, 1]])
y = torch.tensor([[0.0], [1], [1], [0]])
torch.manual_seed(42)
model = nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1), nn.Sigmoid())
goldens["xor_parameters"] = {n: flat(p) for n, p in model.named_parameters()}
optimizer = torch.optim.SGD(model.parameters(), lr=0.5, momentum=0.9)
losses = []
for epoch in range(2000):
    optimizer.zero_grad()
    loss = nn.functional.mse_loss(model(x), y)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
goldens["xor_losses"] = {str(k): losses[k] for k in [0, 1, 2, 5, 10, 50, 100, 200, 500, 1000, 1999]}

# The text of tensors.
torch.manual_seed(0)
r = torch.randn(3, 4)
w = torch.tensor([[1.0, 2], [3, 4]], requires_grad=True)
texts = [
    torch.tensor([[0.0, 1], [2, 3]]),
    torch.tensor([0.1, 0.25, -3.5]),
    torch.tensor(3.5),
    torch.tensor(2.0),
    torch.tensor([]),
    torch.zeros(0, 3),
    torch.tensor([1, 2, 300]),
    torch.tensor(7),
    torch.tensor([True, False]),
    torch.tensor([1e-5, 1.0]),
    torch.tensor([1e-3, 1e3]),
    torch.tensor([1.0, 1e9]),
    torch.tensor([1.0, float("nan"), float("inf"), -float("inf")]),
    torch.tensor([0.5, float("nan"), 0.0]),
    torch.tensor([0.5, 0.25], dtype=torch.float64),
    torch.tensor([[1.0, 2], [3, 4]], requires_grad=True),
    torch.arange(60).reshape(3, 20),
    torch.arange(60, dtype=torch.float32),
    torch.arange(2000, dtype=torch.float32),
    torch.arange(20000, dtype=torch.float32).reshape(100, 200),
    torch.arange(24, dtype=torch.float32).reshape(2, 3, 4),
    torch.zeros(2, 2, 2, 2),
    torch.zeros(12, 10, 10),
    torch.tensor([[-1.5, 22.25], [333.125, 0]]),
    r,
]
goldens["texts"] = [str(t).replace("torch.float64", "float64") for t in texts]
goldens["text_randn"] = flat(r)
print(json.dumps(goldens, indent=1))
