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

# Forward values, each called in the same way by ForwardTests.swift.
F = nn.functional
A = torch.tensor([[-1.7, 0.3, 0.9], [2.4, -0.6, 0.05]])
B = torch.tensor([[0.8, -1.1, 0.4], [1.3, 2.2, -0.7]])
P = torch.tensor([[0.7, 1.3, 0.9], [2.4, 0.6, 3.05]])
U = torch.tensor([[0.7, -0.3, 0.9], [-0.4, 0.6, 0.05]])
M3 = torch.arange(24.0).reshape(2, 3, 4).sin()
I = torch.tensor([[5, -3, 2], [7, 4, -9]])
T = torch.tensor([2, 0])
img = (torch.arange(2 * 3 * 5 * 5.0) * 0.37).sin().reshape(2, 3, 5, 5)
ker = (torch.arange(4 * 3 * 3 * 3.0) * 0.73).cos().reshape(4, 3, 3, 3)
forward = {}
for name in """exp exp2 expm1 sin cos atan sinh cosh tanh asinh sigmoid erf erfc abs sign floor ceil round trunc square
               reciprocal neg""".split():
    forward[name] = getattr(torch, name)(A)
for name in "log log2 log10 sqrt rsqrt log1p".split():
    forward[name] = getattr(torch, name)(P)
for name in "asin acos atanh tan".split():
    forward[name] = getattr(torch, name)(U)
forward["acosh"] = torch.acosh(P + 1)
for name in "relu relu6 leaky_relu elu selu gelu silu mish softplus softsign hardsigmoid hardswish logsigmoid".split():
    forward[name] = getattr(F, name)(A * 3)
forward["gelu_tanh"] = F.gelu(A, approximate="tanh")
for name in "add sub mul div maximum minimum atan2 fmod remainder hypot logaddexp".split():
    forward[name] = getattr(torch, name)(A, B)
forward["pow"] = torch.pow(P, B)
forward["int_floor_remainder"] = I % 4
forward["int_div"] = I / 4
forward["int_pow"] = I ** 2
forward["broadcast"] = A.unsqueeze(1) * B[:, :, None]
forward["sum"] = M3.sum((0, 2))
forward["mean"] = M3.mean(1, keepdim=True)
forward["prod"] = A.prod(1)
forward["max"] = M3.max(2).values
forward["argmax"] = M3.argmax(1)
forward["argmin_all"] = M3.argmin()
forward["variance"] = M3.var((1, 2))
forward["std0"] = M3.std(0, correction=0)
forward["norm"] = M3.norm(dim=2)
forward["norm3"] = torch.linalg.vector_norm(A, 3)
forward["logsumexp"] = M3.logsumexp(2)
forward["cumsum"] = M3.cumsum(1)
forward["softmax"] = M3.softmax(1)
forward["log_softmax"] = M3.log_softmax(2)
forward["sort"] = M3.sort(2, descending=True).indices
forward["topk"] = M3.topk(2, dim=1).values
forward["matmul_batch"] = M3 @ M3.transpose(1, 2)
forward["einsum"] = torch.einsum("bij,bkj->kbi", M3, M3)
forward["einsum_trace"] = torch.einsum("ii->i", torch.arange(9.0).reshape(3, 3))
forward["einsum_three"] = torch.einsum("ij,kj,k->i", A, B, torch.tensor([1.0, 2]))
forward["roll"] = M3.roll(-1, 2)
forward["flip"] = M3.flip([0, 2])
forward["pad"] = F.pad(A, [1, 2, 0, 1], value=7)
forward["tril"] = M3.tril(-1)
forward["triu"] = M3.triu(1)
forward["tile"] = A.tile(2, 2)
forward["gather"] = A.gather(1, torch.tensor([[0, 2], [1, 1]]))
forward["scatter_add"] = A.scatter_add(1, torch.tensor([[0, 0], [2, 1]]), torch.ones(2, 2))
forward["index_select"] = M3.index_select(1, torch.tensor([2, 0]))
forward["where"] = torch.where(A > 0, A, B)
forward["masked"] = A[A > 0]
forward["mse"] = F.mse_loss(A, B)
forward["l1"] = F.l1_loss(A, B)
forward["huber"] = F.huber_loss(A, B, delta=0.7)
forward["smooth_l1"] = F.smooth_l1_loss(A, B, beta=0.7)
forward["bce"] = F.binary_cross_entropy(A.sigmoid(), B.sigmoid())
forward["bce_logits"] = F.binary_cross_entropy_with_logits(A, B.sigmoid())
forward["cross_entropy"] = F.cross_entropy(A, T)
forward["cross_entropy_weighted"] = F.cross_entropy(
    A, T, weight=torch.tensor([1.0, 2, 0.5]), label_smoothing=0.1)
forward["cross_entropy_ignored"] = F.cross_entropy(A, T, ignore_index=2)
forward["cross_entropy_probabilities"] = F.cross_entropy(A, B.softmax(1))
forward["cross_entropy_images"] = F.cross_entropy(img, (torch.arange(50) % 3).reshape(2, 5, 5))
forward["nll"] = F.nll_loss(A.log_softmax(1), T, weight=torch.tensor([1.0, 2, 0.5]))
forward["kl_div"] = F.kl_div(A.log_softmax(1), B.softmax(1), reduction="sum")
forward["kl_div_log"] = F.kl_div(A.log_softmax(1), B.log_softmax(1), reduction="sum", log_target=True)
forward["layer_norm"] = F.layer_norm(M3, (4,), torch.arange(4.0), torch.ones(4))
forward["batch_norm"] = F.batch_norm(img, None, None, torch.arange(3.0), torch.ones(3), training=True)
forward["conv2d"] = F.conv2d(img, ker, torch.arange(4.0), stride=2, padding=1)
forward["conv2d_groups"] = F.conv2d(img.repeat(1, 2, 1, 1), ker, groups=2, dilation=2)
forward["conv1d"] = F.conv1d(M3, M3[:, :3, :2], padding=1)
forward["conv_transpose2d"] = F.conv_transpose2d(img, ker.transpose(0, 1), stride=2, padding=1, output_padding=1)
forward["max_pool2d"] = F.max_pool2d(img, 3, 2, 1)
forward["avg_pool2d"] = F.avg_pool2d(img, 2)
forward["attention"] = F.scaled_dot_product_attention(M3, M3.flip(1), M3 * 2, is_causal=True)
forward["embedding"] = F.embedding(torch.tensor([[0, 2], [1, 1]]), torch.arange(6.0).reshape(3, 2))
forward["cosine"] = F.cosine_similarity(A, B)
forward["linspace"] = torch.linspace(-1, 2, 7)
forward["arange"] = torch.arange(0.5, 3, 0.4)
torch.manual_seed(9)
forward["dropout"] = F.dropout(M3, 0.3)
goldens["forward"] = {k: flat(v) for k, v in forward.items()}

# Modules as PyTorch initialises them: parameters, output, and the gradients of the mean of the output's squares.
modules = {}


def record(name, module, *inputs, pick=lambda y: y):
    y = pick(module(*inputs))
    (y ** 2).mean().backward()
    modules[name] = {
        "names": [n for n, _ in module.named_parameters()],
        "parameters": {n: flat(p) for n, p in module.named_parameters()},
        "output": flat(y),
        "gradients": {n: flat(p.grad) for n, p in module.named_parameters()},
        "buffers": {n: flat(b) for n, b in module.named_buffers()},
    }


for name, make, inputs, pick in [
    ("Linear", lambda: nn.Linear(3, 5), [A], None),
    ("Conv2d", lambda: nn.Conv2d(3, 4, 3, padding=1), [img], None),
    ("Conv1d", lambda: nn.Conv1d(3, 2, 2), [M3], None),
    ("Embedding", lambda: nn.Embedding(7, 5), [torch.tensor([[0, 6], [3, 3]])], None),
    ("BatchNorm1d", lambda: nn.BatchNorm1d(3), [A], None),
    ("BatchNorm2d", lambda: nn.BatchNorm2d(3), [img], None),
    ("LayerNorm", lambda: nn.LayerNorm(4), [M3], None),
    ("RNN", lambda: nn.RNN(4, 3, num_layers=2), [M3], lambda y: y[0]),
    ("LSTM", lambda: nn.LSTM(4, 3, batch_first=True), [M3], lambda y: torch.cat([y[0].flatten(), y[1][1].flatten()])),
    ("GRU", lambda: nn.GRU(4, 3), [M3], lambda y: torch.cat([y[0].flatten(), y[1].flatten()])),
    ("MultiHeadAttention", lambda: nn.MultiheadAttention(4, 2), [M3, M3.flip(0), M3 * 2],
     lambda y: torch.cat([y[0].flatten(), y[1].flatten()])),
]:
    torch.manual_seed(123)
    record(name, make(), *inputs, pick=pick or (lambda y: y))
goldens["modules"] = modules

# Optimizers: ten steps on the same little problem.
optimizers = {}
for name, make in {
    "SGD": lambda p: torch.optim.SGD(p, lr=0.1),
    "SGD momentum": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, dampening=0.1, weight_decay=0.01),
    "SGD nesterov": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True),
    "Adam": lambda p: torch.optim.Adam(p, lr=0.1),
    "Adam amsgrad": lambda p: torch.optim.Adam(p, lr=0.1, weight_decay=0.05, amsgrad=True),
    "AdamW": lambda p: torch.optim.AdamW(p, lr=0.1),
    "RMSprop": lambda p: torch.optim.RMSprop(p, lr=0.05),
    "RMSprop centered": lambda p: torch.optim.RMSprop(p, lr=0.05, momentum=0.5, centered=True),
    "Adagrad": lambda p: torch.optim.Adagrad(p, lr=0.2, lr_decay=0.1),
    "LBFGS": lambda p: torch.optim.LBFGS(p, lr=0.5, max_iter=4),
}.items():
    w = torch.tensor([1.0, -2.0, 0.5], dtype=torch.float64, requires_grad=True)
    optimizer = make([w])

    def problem():
        optimizer.zero_grad()
        loss = ((w - torch.tensor([0.3, 0.1, -0.7], dtype=torch.float64)) ** 2).sum() + (w ** 4).sum() * 0.1
        loss.backward()
        return loss

    for _ in range(10):
        if name == "LBFGS":
            optimizer.step(problem)
        else:
            problem()
            optimizer.step()
    optimizers[name] = flat(w)
goldens["optimizers"] = optimizers

schedules = {}
for name, make in {
    "StepLR": lambda o: torch.optim.lr_scheduler.StepLR(o, 3, 0.5),
    "MultiStepLR": lambda o: torch.optim.lr_scheduler.MultiStepLR(o, [2, 5], 0.1),
    "ExponentialLR": lambda o: torch.optim.lr_scheduler.ExponentialLR(o, 0.9),
    "LinearLR": lambda o: torch.optim.lr_scheduler.LinearLR(o, 0.25, 1.0, 4),
    "CosineAnnealingLR": lambda o: torch.optim.lr_scheduler.CosineAnnealingLR(o, 6, 0.01),
    "LambdaLR": lambda o: torch.optim.lr_scheduler.LambdaLR(o, lambda e: 1 / (1 + e)),
}.items():
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.4)
    schedule = make(optimizer)
    rates = [optimizer.param_groups[0]["lr"]]
    for _ in range(8):
        optimizer.step()
        schedule.step()
        rates.append(optimizer.param_groups[0]["lr"])
    schedules[name] = rates
goldens["schedules"] = schedules

torch.manual_seed(5)
loader = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(torch.arange(11.0)), batch_size=4, shuffle=True)
goldens["loader"] = [flat(b) for _ in range(2) for (b,) in loader]
torch.manual_seed(5)
goldens["clip"] = (lambda p: [p[0].sum().backward(), (p[1] * 3).sum().backward(),
                              float(nn.utils.clip_grad_norm_(p, 2.0)), flat(p[0].grad), flat(p[1].grad)][2:])(
    [torch.ones(3, requires_grad=True), torch.ones(2, requires_grad=True)])
print(json.dumps(goldens, indent=None))
